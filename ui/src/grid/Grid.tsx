import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asTable, copyText } from '../shared/copyText';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { endsOf, layoutOf, paste, placeOf, revealColumn, sorter } from './acts';
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
    ...{ overscan: 8, initialRect: { width: 900, height: 600 } },
  });
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { numberWidth, lefts, width } = layoutOf(shown, total);
  const tally = useTally({ rowAt, rowsOf }, shown, block);
  const focus = () => input.current?.focus({ preventScroll: true });
  useImperativeHandle(props.handle, () => ({ focus }), []);
  useEffect(() => onRange?.(from, to), [from, to, onRange]);

  const reveal = ({ head }: Selection) => {
    virtual.scrollToIndex(head.row, { align: 'auto' });
    revealColumn(box.current, head.column, shown, lefts, numberWidth);
  };
  useStart(total > 0, () => virtual.scrollToIndex(Math.min(props.start ?? 0, total - 1), { align: 'auto' }));

  const choose = (next: Selection, isShownAlready = false) => {
    setChosen(next);
    if (next.anchor.row !== selection.anchor.row) onRow?.(next.anchor.row);
    if (!isShownAlready) reveal(next);
  };
  const copy = useCopy(rowsOf, shown, block);
  const { sortBy, toggleSort } = sorter<Row>(sorting, props.onSorting);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const key = event.key.toLowerCase();
    const next = event.altKey ? null : moved(selection, event, total, shown.length, page);
    if (event.altKey) {
      if (!arranged(event, shown[selection.anchor.column], columns, sortBy)) return;
    } else if (next) choose(next);
    else if (event.key === 'Enter' && !event.ctrlKey) onOpen?.(selection.anchor.row);
    else if (event.ctrlKey && key === 'a') choose({ anchor: { row: 0, column: 0 }, head: { row: total - 1, column: shown.length - 1 } }, true);
    else if (event.ctrlKey && key === 'c') void copy(event.shiftKey);
    else return;
    event.preventDefault();
  };
  const extend = (event: PointerEvent, isNew: boolean) => {
    const place = placeOf(event.target);
    if (!place) return;
    const ends = endsOf(place, shown.length - 1);
    choose(isNew ? ends : { anchor: selection.anchor, head: ends.head }, isNew);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !placeOf(event.target)) return;
    extend(event, !event.shiftKey);
    // The cell's own input keeps the focus; the page must not take it.
    event.preventDefault();
    focus();
  };
  const chosenIn = (row: number) => (sizeOf(block) > 1 && row >= block.top && row <= block.bottom ? { from: block.left, to: block.right } : NONE);
  const active = selection.anchor;
  const [current, activeColumn] = [rowAt(active.row), shown[active.column]];
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
          onPointerDown={onPointerDown}
          onPointerOver={(event) => event.buttons === 1 && placeOf(event.target) && extend(event, false)}
          onDoubleClick={(event) => placeOf(event.target) && onOpen?.(active.row)}
        >
          <Head columns={shown} numberWidth={numberWidth} sorting={sorting} onSort={toggleSort} onWidth={columns.setWidth} onMove={columns.move} />
          {items.map((item) => (
            <Line
              key={item.index}
              row={rowAt(item.index)}
              at={item.index}
              top={item.start}
              height={ROW_HEIGHT}
              columns={shown}
              numberWidth={numberWidth}
              {...chosenIn(item.index)}
              active={item.index === active.row ? active.column : null}
              name={nameOf(rowAt(item.index), props.nameOf)}
            />
          ))}
        </div>
        {total > 0 && activeColumn && (
          <EditCell
            ref={input}
            label={t('grid.cell', { row: active.row + 1, title: activeColumn.title, text: current ? activeColumn.text(current) : '' })}
            isFrozen={active.column === 0}
            place={{ top: HEAD_HEIGHT + active.row * ROW_HEIGHT, left: lefts[active.column]!, width: activeColumn.width, height: ROW_HEIGHT }}
            onKeyDown={onKeyDown}
            onPaste={(event) => paste(event, props.onPaste)}
            onType={props.onType}
          />
        )}
      </div>
      <StatusLine total={total} cells={sizeOf(block)} rows={block.bottom - block.top + 1} tally={tally} />
    </div>
  );
}

/** Copies the chosen block as a table, with titles or without. */
function useCopy<Row>(rowsOf: Props<Row>['rowsOf'], shown: GridColumn<Row>[], block: ReturnType<typeof blockOf>) {
  const { t } = useTranslation();
  return async (withTitles: boolean) => {
    if (block.bottom - block.top >= MOST_COPIED) return showDone(t('grid.tooManyToCopy', { most: MOST_COPIED }));
    const rows = await rowsOf(block.top, block.bottom);
    const isCopied = await copyText(asTable(textsOf(rows, shown, block, withTitles)));
    return showDone(t(isCopied ? 'grid.copied' : 'grid.notCopied', { rows: rows.length }));
  };
}

/** Alt with the arrows arranges the column: sorts by it, moves it (with Shift), makes it wider or narrower. */
function arranged<Row>(event: KeyboardEvent, column: GridColumn<Row> | undefined, columns: Props<Row>['columns'], sortBy: (column: GridColumn<Row> | undefined, descending: boolean) => unknown): boolean {
  const { key, shiftKey } = event;
  const way = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (key === 'ArrowUp' || key === 'ArrowDown') sortBy(column, key === 'ArrowDown');
  else if (way !== 0 && column && shiftKey) columns.step(column.id, way);
  else if (way !== 0 && column) columns.setWidth(column.id, column.width + 16 * way, true);
  else return false;
  return true;
}

/** Scrolls once there is something, to where the person was; later on he scrolls himself. */
function useStart(isFilled: boolean, scroll: () => void): void {
  const begin = useEffectEvent(() => isFilled && scroll());
  useEffect(() => void begin(), [isFilled]);
}

const nameOf = <Row,>(row: Row | undefined, of: Props<Row>['nameOf']) => row && of(row);
