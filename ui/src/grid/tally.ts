import type { GridColumn } from './columns';
import type { Block } from './selection';

/** What the status line says of the selection. */
export type Tally = { count: number; sum: number | null; mean: number | null };

/** Counts what is filled, and sums the columns of numbers. */
export function tallyOf<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], block: Block): Tally {
  const chosen = columns.slice(block.left, block.right + 1);
  const filled = rows.flatMap((row) => chosen.filter((column) => column.text(row) !== ''));
  const numbers = rows.flatMap((row) => chosen.flatMap((column) => column.number?.(row) ?? []));
  const sum = numbers.reduce((total, number) => total + number, 0);
  return { count: filled.length, sum: numbers.length > 0 ? sum : null, mean: numbers.length > 0 ? sum / numbers.length : null };
}

/** The cells of the block as texts, with the titles above them when wanted. */
export function textsOf<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], block: Block, withTitles: boolean): string[][] {
  const chosen = columns.slice(block.left, block.right + 1);
  const cells = rows.map((row) => chosen.map((column) => column.text(row)));
  return withTitles ? [chosen.map((column) => column.title), ...cells] : cells;
}
