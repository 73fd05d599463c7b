import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { isIme } from './ime';
import styles from './WindowedList.module.css';

export type ListHandle = { focus: () => void };

type Props<Row> = {
  label: string;
  total: number;
  rowAt: (index: number) => Row | undefined;
  rowHeight: number;
  selected: number;
  onSelect: (index: number) => void;
  /** Enter, → or a double click. */
  onOpen?: (index: number) => void;
  onRange: (from: number, to: number) => void;
  render: (row: Row, index: number) => ReactNode;
  /** What tests and screen readers know a row by. */
  attributes: (row: Row) => { id: string; testId: string; data?: Record<string, string> };
  onKey?: (event: KeyboardEvent) => void;
  handle?: Ref<ListHandle>;
  testId?: string;
  /** Rows that are marked beside the selected one. */
  isMarked?: (row: Row) => boolean;
  /** Shift+Space (as in a spreadsheet) and Ctrl+click mark a row, Shift with an arrow or a click all rows to there, Ctrl+A every row. */
  onMark?: (index: number, how: 'toggle' | 'to' | 'all') => void;
};

/** A list of any length: one stop for Tab, arrows move the selection, only what is on screen exists. */
export function WindowedList<Row>(props: Props<Row>) {
  const { total, rowAt, selected, onSelect, onOpen, onRange, rowHeight, isMarked, onMark } = props;
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];

  useImperativeHandle(props.handle, () => ({ focus: () => box.current?.focus({ preventScroll: true }) }), []);
  useEffect(() => onRange(from, to), [from, to, onRange]);
  useEffect(() => {
    if (selected >= 0 && selected < total) virtual.scrollToIndex(selected, { align: 'auto' });
    // Only when the selection moves: scrolling by hand must not be pulled back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected, total]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.target !== box.current) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total };
    const step = steps[event.key];
    if (step !== undefined && !event.ctrlKey && !event.altKey) {
      const at = Math.max(0, Math.min(total - 1, selected + step));
      if (event.shiftKey) onMark?.(at, 'to');
      onSelect(at);
      event.preventDefault();
    } else if (onMark && event.shiftKey && event.key === ' ') {
      onMark(selected, 'toggle');
      event.preventDefault();
    } else if (onMark && event.ctrlKey && event.key.toLowerCase() === 'a') {
      onMark(selected, 'all');
      event.preventDefault();
    } else if ((event.key === 'Enter' && !event.ctrlKey) || event.key === 'ArrowRight') {
      onOpen?.(selected);
      event.preventDefault();
    } else props.onKey?.(event);
  };

  const current = rowAt(selected);
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable={onMark !== undefined || undefined}
      aria-activedescendant={current ? props.attributes(current).id : undefined}
      className={styles.box}
      data-testid={props.testId}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          const known = row ? props.attributes(row) : undefined;
          const marked = row !== undefined && isMarked?.(row) === true;
          return (
            <div
              key={item.index}
              id={known?.id}
              role="option"
              aria-selected={item.index === selected}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              aria-checked={isMarked && marked}
              className={[styles.row, item.index === selected && styles.on, marked && styles.marked].filter(Boolean).join(' ')}
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
              data-testid={known?.testId}
              {...known?.data}
              onClick={(event) => {
                if (event.shiftKey) onMark?.(item.index, 'to');
                else if (event.ctrlKey) onMark?.(item.index, 'toggle');
                onSelect(item.index);
                box.current?.focus({ preventScroll: true });
              }}
              onDoubleClick={() => onOpen?.(item.index)}
            >
              {row === undefined ? <span className={styles.wait}>…</span> : props.render(row, item.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
