import { type UseQueryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Pages, usePages } from '../shared/usePages';

/** How many rows a table asks for at once. */
export const WINDOW = 200;

type Window<Row> = { total: number; rows: Row[] };
type QueryOf<W> = (offset: number, limit: number) => Pick<UseQueryOptions<W>, 'queryKey' | 'queryFn'>;

export type Windows<Row, W extends Window<Row>> = Pages<Row, W> & {
  onRange: (from: number, to: number) => void;
  /** Rows that need not be on the screen. */
  rowsOf: (from: number, to: number) => Promise<Row[]>;
};

/** A list of any length, a window at a time: those on the screen, and others when asked for. */
export function useWindows<Row, W extends Window<Row>>(queryOf: QueryOf<W>): Windows<Row, W> {
  const client = useQueryClient();
  const [range, setRange] = useState({ from: 0, to: WINDOW - 1 });
  const onRange = useCallback((from: number, to: number) => setRange({ from, to }), []);
  const pages = usePages<Row, W>(queryOf, range, WINDOW);
  const rowsOf = async (from: number, to: number) => {
    const rows: Row[] = [];
    for (let page = Math.floor(from / WINDOW); page * WINDOW <= to; page += 1) {
      const window = await client.fetchQuery(queryOf(page * WINDOW, WINDOW) as UseQueryOptions<W> & { queryKey: readonly unknown[] });
      rows.push(...window.rows.slice(Math.max(0, from - page * WINDOW), to + 1 - page * WINDOW));
    }
    return rows;
  };
  return { ...pages, onRange, rowsOf };
}
