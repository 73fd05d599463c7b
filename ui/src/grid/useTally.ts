import { useEffect, useMemo, useState } from 'react';
import type { GridColumn } from './columns';
import { type Block, sizeOf } from './selection';
import { type Tally, tallyOf } from './tally';

/** More rows than these are not fetched only to be summed. */
export const MOST_TALLIED = 5000;

type Source<Row> = { rowAt: (index: number) => Row | undefined; rowsOf: (from: number, to: number) => Promise<Row[]> };

/** The rows of the block, when all of them are here. */
export function rowsHere<Row>(rowAt: Source<Row>['rowAt'], block: Block): Row[] | null {
  const rows: Row[] = [];
  for (let at = block.top; at <= block.bottom; at += 1) {
    const row = rowAt(at);
    if (row === undefined) return null;
    rows.push(row);
  }
  return rows;
}

/** Count, sum and mean of the selected cells; what is not here is fetched first. `null`: one cell, too many, or not yet. */
export function useTally<Row>(source: Source<Row>, columns: readonly GridColumn<Row>[], block: Block): Tally | null {
  const { top, bottom, left, right } = block;
  const wanted = sizeOf(block) > 1 && bottom - top < MOST_TALLIED;
  const { rowAt, rowsOf } = source;
  const here = wanted ? rowsHere(rowAt, block) : null;
  const key = `${top}/${bottom}/${left}/${right}/${columns.map((column) => column.id).join()}`;
  const [fetched, setFetched] = useState<{ key: string; tally: Tally } | null>(null);
  const isHere = here !== null;
  useEffect(() => {
    if (!wanted || isHere) return undefined;
    let isGone = false;
    void rowsOf(top, bottom).then(
      (rows) => !isGone && setFetched({ key, tally: tallyOf(rows, columns, { top, bottom, left, right }) }),
      // The list itself says what went wrong.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
    // The columns are in the key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, isHere, key, rowsOf]);
  const counted = useMemo(() => here && tallyOf(here, columns, { top, bottom, left, right }), [here, columns, top, bottom, left, right]);
  if (!wanted) return null;
  return counted ?? (fetched?.key === key ? fetched.tally : null);
}
