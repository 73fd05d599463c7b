import type { ClipboardEvent } from 'react';
import type { GridColumn } from './columns';
import type { Sorting } from './Head';
import { cellAt, type Selection } from './selection';

/** Scrolls so that the column is seen; its beginning counts where it is too wide, and what is frozen is always seen. */
export function revealColumn<Row>(box: HTMLElement | null, at: number, shown: GridColumn<Row>[], lefts: number[], numberWidth: number): void {
  const column = shown[at];
  if (!box || !column || at === 0) return;
  const [left, right] = [lefts[at]! - numberWidth - shown[0]!.width, lefts[at]! + column.width];
  if (box.scrollLeft > left) box.scrollLeft = left;
  else if (box.scrollLeft < right - box.clientWidth) box.scrollLeft = right - box.clientWidth;
}

/** Sorting by a column, and the three turns of a press on its head: up, down, as it was. */
export function sorter<Row>(sorting: Sorting, onSorting: ((sorting: Sorting) => void) | undefined) {
  const sortBy = (column: GridColumn<Row> | undefined, descending: boolean) => column?.sort !== undefined && onSorting?.({ sort: column.sort, descending });
  const toggleSort = (column: GridColumn<Row>) => {
    if (sorting?.sort !== column.sort) sortBy(column, false);
    else if (!sorting?.descending) sortBy(column, true);
    else onSorting?.(null);
  };
  return { sortBy, toggleSort };
}

/** The cell under the pointer; behind the last column there is still the row. */
export function placeOf(target: EventTarget | null) {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-row]');
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column ?? '0';
  return row && { row: Number(row.dataset.row), column: Number(column) };
}

/** How wide everything is, in pixels: the row numbers, where each column begins, the whole. */
export function layoutOf<Row>(shown: GridColumn<Row>[], total: number) {
  const numberWidth = 18 + 8 * Math.max(2, String(total).length);
  const lefts = shown.map((_, at) => numberWidth + shown.slice(0, at).reduce((sum, column) => sum + column.width, 0));
  return { numberWidth, lefts, width: numberWidth + shown.reduce((sum, column) => sum + column.width, 0) };
}

/** Pasted text goes to whom it concerns; nothing is no text. */
export function paste(event: ClipboardEvent, onPaste: ((text: string) => void) | undefined): void {
  const text = event.clipboardData.getData('text/plain');
  if (!onPaste || text.trim() === '') return;
  event.preventDefault();
  onPaste(text);
}

/** What a press on a place chooses; the row's number stands for the whole row. */
export function endsOf(place: { row: number; column: number }, last: number): Selection {
  if (place.column >= 0) return cellAt(place.row, place.column);
  return { anchor: { row: place.row, column: 0 }, head: { row: place.row, column: last } };
}
