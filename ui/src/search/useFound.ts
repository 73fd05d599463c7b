import type { ClientHit, MatterHit, SearchAnswer } from '../platform/bindings';
import { type Command, findCommands, useCommands } from './commands';
import { useSearch } from './useSearch';

const MOST_HITS = 8;

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
  const wanted = typed.trim();
  const { answer, isCurrent, failure, fresh } = useSearch(wanted, MOST_HITS, isOpen, recent);
  const commands = findCommands(useCommands(), wanted);
  const first = async () => itemsOf(await fresh(), commands)[0];
  return { items: itemsOf(answer, commands), isCurrent, hasMore: answer?.more ?? false, failure, first };
}

function itemsOf(answer: SearchAnswer | undefined, commands: Command[]): Item[] {
  return [
    ...(answer?.clients ?? []).map((hit) => ({ kind: 'client' as const, hit })),
    ...(answer?.matters ?? []).map((hit) => ({ kind: 'matter' as const, hit })),
    ...commands.map((command) => ({ kind: 'command' as const, command })),
  ];
}
