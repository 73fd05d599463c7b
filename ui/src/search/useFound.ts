import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { searchQueryOptions } from '../api/queries';
import type { ClientHit, MatterHit, SearchAnswer } from '../platform/bindings';
import { useSettled } from '../shared/useSettled';
import { type Command, findCommands, useCommands } from './commands';

const MOST_HITS = 8;
/** Shorter than the pause between two keys: what is typed in one go is asked for once. */
const REST_MS = 40;

/** One line of what was found. */
export type Item =
  | { kind: 'client'; hit: ClientHit }
  | { kind: 'matter'; hit: MatterHit }
  | { kind: 'command'; command: Command };

type Found = {
  items: Item[];
  /** Whether the items answer to what is typed now; otherwise they are those of a moment ago. */
  isCurrent: boolean;
  hasMore: boolean;
  failure: unknown;
  /** The first item for what is typed now, asked for at once. */
  first: () => Promise<Item | undefined>;
};

/** What is found by what is typed; while nothing is, the clients opened lately and all commands. */
export function useFound(typed: string, recent: string[], isOpen: boolean): Found {
  const client = useQueryClient();
  const wanted = typed.trim();
  const find = useSettled(wanted, REST_MS, wanted === '');
  const { data, error, isPlaceholderData } = useQuery({
    ...searchQueryOptions(find, find === '' ? recent : [], MOST_HITS),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const commands = findCommands(useCommands(), wanted);
  const first = async () => {
    const answer = await client.fetchQuery(searchQueryOptions(wanted, [], MOST_HITS)).catch(() => undefined);
    return itemsOf(answer, commands)[0];
  };
  const isCurrent = find === wanted && !isPlaceholderData && (data !== undefined || error !== null);
  return { items: itemsOf(data, commands), isCurrent, hasMore: data?.more ?? false, failure: error, first };
}

function itemsOf(answer: SearchAnswer | undefined, commands: Command[]): Item[] {
  return [
    ...(answer?.clients ?? []).map((hit) => ({ kind: 'client' as const, hit })),
    ...(answer?.matters ?? []).map((hit) => ({ kind: 'matter' as const, hit })),
    ...commands.map((command) => ({ kind: 'command' as const, command })),
  ];
}
