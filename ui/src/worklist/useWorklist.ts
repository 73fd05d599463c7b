import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { savedViewsQueryOptions, taskDetailQueryOptions, worklistQueryOptions } from '../api/queries';
import { queryOf } from '../desklist/query';
import type { SavedView, TaskRow, Worklist, WorklistCounts } from '../platform/bindings';
import { type Pages, PAGE, usePages } from '../shared/usePages';
import { type Tab, useWorklistState } from './state';

/** How far round its old place a row that moved is looked for. */
const NEARBY = PAGE;

/** The counts of the tabs: a window without rows. */
const COUNTS = { tab: 'today', whose: 'all', filter: null, tasks: [], find: '', offset: 0, limit: 0 };
const NO_VIEWS: SavedView[] = [];

/** What is to be done at some other time, in the order in which it comes. */
const LATER = ['tomorrow', 'week', 'call_back', 'all'] as const;

/**
 * The tab in which work begins, until the person chooses another: what is overdue comes first, then today. Where neither
 * asks for anything and nothing was done yet, as in a new office, it is what comes next; a day's work that is done is said.
 */
export function firstTab(counts: WorklistCounts | undefined): Tab {
  if (!counts) return 'today';
  if (counts.overdue > 0) return 'overdue';
  if (counts.today > 0 || counts.done_today > 0) return 'today';
  return LATER.find((tab) => counts[tab] > 0) ?? 'today';
}

/** The worklist as it stands on the screen: its rows, counts, and which row is selected. */
export function useWorklist() {
  const state = useWorklistState();
  const [range, setRange] = useState({ from: 0, to: PAGE - 1 });
  const onRange = useCallback((from: number, to: number) => setRange({ from, to }), []);
  const { data: views = NO_VIEWS } = useQuery(savedViewsQueryOptions());
  const { data, isPending } = useQuery(worklistQueryOptions(COUNTS));
  const counts = data?.counts;
  const begun = firstTab(counts);
  const tab = state.tab ?? begun;
  // Who has begun with what comes next stays there: the first thing done must not take the list away.
  const isLater = begun !== 'overdue' && begun !== 'today';
  useEffect(() => {
    if (isLater && useWorklistState.getState().tab === null) useWorklistState.setState({ tab: begun });
  }, [isLater, begun]);
  const query = queryOf(state, tab, views);
  // Nobody is shown a list, and begins with its first row, before it is known which one work begins with.
  const enabled = state.tab !== null || !isPending;
  const pages = usePages<TaskRow, Worklist>((offset, limit) => ({ ...worklistQueryOptions({ ...query, offset, limit }), enabled }), range);
  useSelectionFollows(pages);
  useNextIsReady(pages);
  return { tab, counts, views, query, pages, onRange };
}

/** Keeps the selection on its task when rows come and go, and on its place when the task has left the list. */
function useSelectionFollows(pages: Pages<TaskRow, Worklist>) {
  const { selected, index, isAwaited, select } = useWorklistState();
  useEffect(() => {
    if (pages.isPending) return;
    if (pages.total === 0) {
      if (selected !== null && !isAwaited) select(null, 0);
      return;
    }
    const there = pages.rowAt(index);
    if (there && there.id === selected) {
      if (isAwaited) select(selected, index);
      return;
    }
    const moved = selected === null ? -1 : findNear(pages, selected, index);
    if (moved < 0 && isAwaited) return;
    const place = moved >= 0 ? moved : Math.min(index, pages.total - 1);
    const row = pages.rowAt(place);
    if (row) select(row.id, place);
  });
}

function findNear(pages: Pages<TaskRow, Worklist>, id: string, index: number): number {
  for (let away = 1; away <= NEARBY; away += 1) {
    if (pages.rowAt(index - away)?.id === id) return index - away;
    if (pages.rowAt(index + away)?.id === id) return index + away;
  }
  return -1;
}

/** Asks for the next sheet beforehand: after saving it is there at once. */
function useNextIsReady(pages: Pages<TaskRow, Worklist>) {
  const client = useQueryClient();
  const { index } = useWorklistState();
  const next = pages.rowAt(index + 1)?.id;
  useEffect(() => {
    if (next) void client.prefetchQuery(taskDetailQueryOptions(next));
  }, [client, next]);
}

/** The row that comes after the selected one when those tasks are answered; null when there is none. */
export function nextRow(
  pages: Pick<Pages<TaskRow, Worklist>, 'rowAt' | 'total'>,
  index: number,
  answered: readonly string[],
): { id: string; index: number } | null {
  const free = (at: number) => {
    const row = pages.rowAt(at);
    return row && !answered.includes(row.id) ? { id: row.id, index: at } : null;
  };
  for (let at = index + 1; at < Math.min(pages.total, index + NEARBY); at += 1) {
    const found = free(at);
    if (found) return found;
  }
  for (let at = index - 1; at >= Math.max(0, index - NEARBY); at -= 1) {
    const found = free(at);
    if (found) return found;
  }
  return null;
}
