import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asTable, copyText } from '../shared/copyText';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import type { GridColumn } from './columns';
import { EditCell } from './EditCell';
import styles from './Grid.module.css';
import { Head, type Sorting } from './Head';
import { Line, type RowName } from './Line';
import { blockOf, cellAt, moved, type Selection, sizeOf, within } from './selection';
import { StatusLine } from './StatusLine';
import { textsOf } from './tally';
import type { Columns } from './useColumns';
import { useTally } from './useTally';

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 32;
/** More rows than these are not copied at a stroke; the workbook takes them all. */
const MOST_COPIED = 20_000;

/** No cell of a row. */
const NONE = { from: 0, to: -1 };

export type GridHandle = { focus: () => void };

type Props<Row> = {
  label: string;
  testId: string;
  columns: Columns<Row>;
  total: number;
  rowAt: (index: number) => Row | undefined;
  rowsOf: (from: number, to: number) => Promise<Row[]>;
  onRange?: (from: number, to: number) => void;
  nameOf: (row: Row) => RowName;
  /** The row in which the person was when he was here last. */
  start?: number;
  onRow?: (index: number) => void;
  /** Enter or a double click. */
  onOpen?: (index: number) => void;
  /** What is typed into a selected cell, as the input method gives it. */
  onType?: (text: string) => void;
  /** Rows of a spreadsheet that are pasted into the table. */
  onPaste?: (text: string) => void;
  sorting?: Sorting;
  onSorting?: (next: Sorting) => void;
  handle?: Ref<GridHandle>;
};

/** A table of any length, as in a spreadsheet: frozen titles and first column, one scroll bar, cells selected by mouse and keys. */
export function Grid<Row>(props: Props<Row>) {
  const { t } = useTranslation();
  const { columns, total, rowAt, rowsOf, onRange, onOpen, onRow, sorting = null } = props;
  const shown = columns.shown;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Selection>(() => cellAt(props.start ?? 0, 0));
  const selection = within(chosen, total, shown.length);
  const block = blockOf(selection);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    paddingStart: HEAD_HEIGHT,
    overscan: 8,
    initialRect: { width: 900, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const numberWidth = 18 + 8 * Math.max(2, String(total).length);
  const lefts = shown.map((_, at) => numberWidth + shown.slice(0, at).reduce((sum, column) => sum + column.width, 0));
  const width = numberWidth + shown.reduce((sum, column) => sum + column.width, 0);
  const tally = useTally({ rowAt, rowsOf }, shown, block);
  const focus = () => input.current?.focus({ preventScroll: true });

  useImperativeHandle(props.handle, () => ({ focus }), []);
  useEffect(() => onRange?.(from, to), [from, to, onRange]);

  const reveal = ({ head }: Selection) => {
    virtual.scrollToIndex(head.row, { align: 'auto' });
    const column = shown[head.column];
    if (!box.current || !column || head.column === 0) return;
    const [left, right] = [lefts[head.column]! - numberWidth - shown[0]!.width, lefts[head.column]! + column.width];
    if (box.current.scrollLeft > left) box.current.scrollLeft = left;
    else if (box.current.scrollLeft < right - box.current.clientWidth) box.current.scrollLeft = right - box.current.clientWidth;
  };
  useEffect(() => {
    if (total > 0) virtual.scrollToIndex(Math.min(props.start ?? 0, total - 1), { align: 'auto' });
    // Once: where the person was, not where he is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [total > 0]);

  const choose = (next: Selection, isShownAlready = false) => {
    setChosen(next);
    if (next.anchor.row !== selection.anchor.row) onRow?.(next.anchor.row);
    if (!isShownAlready) reveal(next);
  };
  const copy = async (withTitles: boolean) => {
    if (block.bottom - block.top >= MOST_COPIED) return showDone(t('grid.tooManyToCopy', { most: MOST_COPIED }));
    const rows = await rowsOf(block.top, block.bottom);
    const isCopied = await copyText(asTable(textsOf(rows, shown, block, withTitles)));
    return showDone(t(isCopied ? 'grid.copied' : 'grid.notCopied', { rows: rows.length }));
  };
  const sortBy = (column: GridColumn<Row> | undefined, descending: boolean) =>
    column?.sort !== undefined && props.onSorting?.({ sort: column.sort, descending });
  const toggleSort = (column: GridColumn<Row>) => {
    if (sorting?.sort !== column.sort) sortBy(column, false);
    else if (!sorting?.descending) sortBy(column, true);
    else props.onSorting?.(null);
  };

  const onAltKey = (key: string, shiftKey: boolean): boolean => {
    const column = shown[selection.anchor.column];
    const way = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (key === 'ArrowUp' || key === 'ArrowDown') sortBy(column, key === 'ArrowDown');
    else if (way !== 0 && column && shiftKey) columns.step(column.id, way);
    else if (way !== 0 && column) columns.setWidth(column.id, column.width + 16 * way, true);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const key = event.key.toLowerCase();
    const next = event.altKey ? null : moved(selection, event, total, shown.length, page);
    if (event.altKey) {
      if (!onAltKey(event.key, event.shiftKey)) return;
    } else if (next) choose(next);
    else if (event.key === 'Enter' && !event.ctrlKey) onOpen?.(selection.anchor.row);
    else if (event.ctrlKey && key === 'a') choose({ anchor: { row: 0, column: 0 }, head: { row: total - 1, column: shown.length - 1 } }, true);
    else if (event.ctrlKey && key === 'c') void copy(event.shiftKey);
    else return;
    event.preventDefault();
  };

  const placeOf = (target: EventTarget | null) => {
    if (!(target instanceof Element)) return null;
    const row = target.closest<HTMLElement>('[data-row]');
    // Behind the last column there is still the row.
    const column = target.closest<HTMLElement>('[data-column]')?.dataset.column ?? '0';
    return row && { row: Number(row.dataset.row), column: Number(column) };
  };
  const extend = (event: PointerEvent, isNew: boolean) => {
    const place = placeOf(event.target);
    if (!place) return;
    const last = shown.length - 1;
    // The row's number stands for the whole row.
    const ends = place.column < 0 ? { anchor: { row: place.row, column: 0 }, head: { row: place.row, column: last } } : cellAt(place.row, place.column);
    choose(isNew ? ends : { anchor: selection.anchor, head: ends.head }, isNew);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!props.onPaste || text.trim() === '') return;
    event.preventDefault();
    props.onPaste(text);
  };

  const chosenIn = (row: number) => (sizeOf(block) > 1 && row >= block.top && row <= block.bottom ? { from: block.left, to: block.right } : NONE);
  const active = selection.anchor;
  const current = rowAt(active.row);
  const activeColumn = shown[active.column];
  return (
    <div className={styles.grid}>
      <div
        ref={box}
        className={styles.box}
        data-testid={props.testId}
        onScroll={(event) => event.currentTarget.style.setProperty('--scrolled', `${event.currentTarget.scrollLeft}px`)}
      >
        <div
          role="grid"
          aria-label={props.label}
          aria-rowcount={total + 1}
          aria-colcount={shown.length + 1}
          aria-multiselectable="true"
          style={{ height: virtual.getTotalSize(), width }}
          className={styles.body}
          onPointerDown={(event) => {
            if (event.button !== 0 || !placeOf(event.target)) return;
            extend(event, !event.shiftKey);
            // The cell's own input keeps the focus; the page must not take it.
            event.preventDefault();
            focus();
          }}
          onPointerOver={(event) => event.buttons === 1 && placeOf(event.target) && extend(event, false)}
          onDoubleClick={(event) => placeOf(event.target) && onOpen?.(active.row)}
        >
          <Head columns={shown} numberWidth={numberWidth} sorting={sorting} onSort={toggleSort} onWidth={columns.setWidth} onMove={columns.move} />
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <Line
                key={item.index}
                row={row}
                at={item.index}
                top={item.start}
                height={ROW_HEIGHT}
                columns={shown}
                numberWidth={numberWidth}
                {...chosenIn(item.index)}
                active={item.index === active.row ? active.column : null}
                name={row && props.nameOf(row)}
              />
            );
          })}
        </div>
        {total > 0 && activeColumn && (
          <EditCell
            ref={input}
            label={t('grid.cell', { row: active.row + 1, title: activeColumn.title, text: current ? activeColumn.text(current) : '' })}
            isFrozen={active.column === 0}
            place={{ top: HEAD_HEIGHT + active.row * ROW_HEIGHT, left: lefts[active.column]!, width: activeColumn.width, height: ROW_HEIGHT }}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onType={props.onType}
          />
        )}
      </div>
      <StatusLine total={total} cells={sizeOf(block)} rows={block.bottom - block.top + 1} tally={tally} />
    </div>
  );
}
