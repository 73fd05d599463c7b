import { type UseQueryOptions, useQueries } from '@tanstack/react-query';
import type { WireError } from '../platform/bindings';

/** How many rows are asked for at once. */
export const PAGE = 100;

/** What a list command answers with. */
type Window<Row> = { total: number; rows: Row[] };

/** A long list of which only the windows on screen are asked for. */
export type Pages<Row, W extends Window<Row>> = {
  total: number;
  rowAt: (index: number) => Row | undefined;
  /** The first window: it carries the counts. */
  first: W | undefined;
  isPending: boolean;
  error: WireError | null;
  retry: () => void;
};

/** Asks for the windows that hold the rows from `from` to `to`, and always for the first one. */
export function usePages<Row, W extends Window<Row>>(
  queryOf: (offset: number, limit: number) => Pick<UseQueryOptions<W>, 'queryKey' | 'queryFn'>,
  range: { from: number; to: number },
  size = PAGE,
): Pages<Row, W> {
  const pages = [...new Set([0, ...pagesOf(range, size)])];
  const results = useQueries({
    queries: pages.map((page) => queryOf(page * size, size) as UseQueryOptions<W>),
  });
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data]));
  const first = byPage.get(0);
  const failed = results.find((result) => result.isError);
  return {
    total: first?.total ?? 0,
    first,
    rowAt: (index) => byPage.get(Math.floor(index / size))?.rows[index % size],
    isPending: results[0]?.isPending ?? true,
    error: (failed?.error as WireError | null | undefined) ?? null,
    retry: () => results.forEach((result) => result.isError && void result.refetch()),
  };
}

function pagesOf({ from, to }: { from: number; to: number }, size: number): number[] {
  const [first, last] = [Math.floor(Math.max(from, 0) / size), Math.floor(Math.max(to, 0) / size)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
