import type { ReactNode } from 'react';

/** A column of a table. */
export type GridColumn<Row> = {
  id: string;
  title: string;
  /** Pixels, until a person drags it. */
  width: number;
  /** What is copied, and shown where `render` says nothing else. */
  text: (row: Row) => string;
  /** What is summed. A column without it has no sum. */
  number?: (row: Row) => number;
  render?: (row: Row) => ReactNode;
  /** The code by which the office sorts; without it the column cannot be sorted by. */
  sort?: string;
  /** Hidden until somebody wants it. */
  isExtra?: boolean;
};

/** How a person wants a table; what it does not say is as it comes. */
export type Arrangement = { order: string[]; shown: Record<string, boolean>; widths: Record<string, number> };

export const AS_IT_COMES: Arrangement = { order: [], shown: {}, widths: {} };

const LEAST = 48;
const MOST = 800;

/** What was kept, read with care: an older program may have kept something else. */
export function readArrangement(value: unknown): Arrangement {
  const kept = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof Arrangement, unknown>>;
  const texts = Array.isArray(kept.order) ? kept.order.filter((id): id is string => typeof id === 'string') : [];
  return { order: texts, shown: record(kept.shown, 'boolean'), widths: record(kept.widths, 'number') };
}

function record<T extends 'boolean' | 'number'>(value: unknown, type: T) {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([, entry]) => typeof entry === type)) as Record<string, T extends 'boolean' ? boolean : number>;
}

/** The columns as they stand: the first one is frozen, so it stays first and cannot be hidden. */
export function arranged<Row>(columns: readonly GridColumn<Row>[], by: Arrangement): GridColumn<Row>[] {
  return inOrder(columns, by).filter((column, at) => at === 0 || isShown(column, by)).map((column) => ({ ...column, width: widthOf(column, by) }));
}

/** All columns, hidden ones too, in the person's order. */
export function inOrder<Row>(columns: readonly GridColumn<Row>[], by: Arrangement): GridColumn<Row>[] {
  const [first, ...rest] = columns;
  if (!first) return [];
  const place = (column: GridColumn<Row>) => {
    const at = by.order.indexOf(column.id);
    // A column that is newer than the order stands where it comes.
    return at >= 0 ? at : columns.indexOf(column);
  };
  return [first, ...rest.toSorted((a, b) => place(a) - place(b))];
}

export function isShown<Row>(column: GridColumn<Row>, by: Arrangement): boolean {
  return by.shown[column.id] ?? !column.isExtra;
}

function widthOf<Row>(column: GridColumn<Row>, by: Arrangement): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(by.widths[column.id] ?? column.width)));
}

/** The arrangement with a column of another width; without one as wide as it comes. */
export function withWidth(by: Arrangement, id: string, width: number | null): Arrangement {
  const widths = Object.fromEntries(Object.entries(by.widths).filter(([other]) => other !== id));
  return { ...by, widths: width === null ? widths : { ...widths, [id]: Math.min(MOST, Math.max(LEAST, Math.round(width))) } };
}

/** The arrangement with a column put before another one (at the end: before none). The frozen one stays. */
export function withMoved<Row>(columns: readonly GridColumn<Row>[], by: Arrangement, id: string, before: string | null): Arrangement {
  const ids = inOrder(columns, by).map((column) => column.id);
  const frozen = ids[0];
  if (id === frozen || id === before) return by;
  const rest = ids.filter((other) => other !== id);
  const at = before === null ? rest.length : Math.max(1, rest.indexOf(before));
  return { ...by, order: rest.toSpliced(at, 0, id) };
}

/** The arrangement with a column one place to the left or right, past hidden ones. */
export function withStep<Row>(columns: readonly GridColumn<Row>[], by: Arrangement, id: string, step: -1 | 1): Arrangement {
  const shown = arranged(columns, by).map((column) => column.id);
  const at = shown.indexOf(id);
  if (at < 1 || at + step < 1 || at + step >= shown.length) return by;
  const before = step < 0 ? shown[at - 1]! : (shown[at + 2] ?? null);
  return withMoved(columns, by, id, before);
}
