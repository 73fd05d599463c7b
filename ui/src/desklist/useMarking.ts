import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { worklistIdsQueryOptions } from '../api/queries';
import type { TaskRow, Worklist, WorklistQuery } from '../platform/bindings';
import type { Pages } from '../shared/usePages';
import { type Marking, useMarks } from './marks';

/** Marks rows of the list. Rows that are not on the screen are known by their identifiers only, which the core is asked for. */
export function useMarking(pages: Pages<TaskRow, Worklist>, query: WorklistQuery, index: number) {
  const client = useQueryClient();
  const { ids, toggle, stretch, all, clear } = useMarks();
  const listed = JSON.stringify(query);
  // What is marked belongs to what is listed.
  useEffect(() => clear, [listed, clear]);

  const allIds = async () => (await client.fetchQuery(worklistIdsQueryOptions(query))).tasks;
  const idsBetween = async (from: number, to: number) => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    const known = Array.from({ length: last - first + 1 }, (_, step) => pages.rowAt(first + step)?.id);
    return known.includes(undefined) ? (await allIds()).slice(first, last + 1) : (known as string[]);
  };
  const mark = async (at: number, how: Marking) => {
    const row = pages.rowAt(at);
    if (how === 'toggle' && row) toggle(row.id, at);
    else if (how === 'all') all(await allIds());
    else if (how === 'to') {
      const from = useMarks.getState().anchor ?? index;
      stretch(await idsBetween(from, at), from);
    }
  };
  return { marked: ids, mark: (at: number, how: Marking) => void mark(at, how), markAll: () => void mark(0, 'all'), clear };
}
