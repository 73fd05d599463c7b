import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { searchQueryOptions } from '../api/queries';
import type { SearchAnswer } from '../platform/bindings';
import { useSettled } from '../shared/useSettled';

/** Shorter than the pause between two keys: what is typed in one go is asked for once. */
const REST_MS = 40;

type Searched = {
  /** What was found; while the answer to the last key is on its way, what was found before it. */
  answer: SearchAnswer | undefined;
  /** Whether it answers to what is typed now. */
  isCurrent: boolean;
  failure: unknown;
  /**
   * The answer to what is typed now, asked for at once: whoever types and presses Enter in one go means what he typed, not
   * what was found a key before. Undefined when it fails, and when something else was typed meanwhile.
   */
  fresh: () => Promise<SearchAnswer | undefined>;
};

/** What the office finds as somebody types; `recent` are the clients to be shown while nothing is typed. */
export function useSearch(wanted: string, most: number, isAsked: boolean, recent: string[] = []): Searched {
  const client = useQueryClient();
  const find = useSettled(wanted, REST_MS, wanted === '');
  const { data, error, isPlaceholderData } = useQuery({
    ...searchQueryOptions(find, find === '' ? recent : [], most),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const latest = useRef(wanted);
  useEffect(() => {
    latest.current = wanted;
  }, [wanted]);
  const fresh = async () => {
    const answer = await client.fetchQuery(searchQueryOptions(wanted, [], most)).catch(() => undefined);
    return latest.current === wanted ? answer : undefined;
  };
  const isCurrent = find === wanted && !isPlaceholderData && (data !== undefined || error !== null);
  return { answer: data, isCurrent, failure: error, fresh };
}
