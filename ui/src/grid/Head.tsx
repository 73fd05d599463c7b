import { type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridColumn } from './columns';
import styles from './Grid.module.css';

export type Sorting = { sort: string; descending: boolean } | null;

type Props<Row> = {
  columns: readonly GridColumn<Row>[];
  numberWidth: number;
  sorting: Sorting;
  onSort: (column: GridColumn<Row>) => void;
  onWidth: (id: string, width: number | null, isDone: boolean) => void;
  onMove: (id: string, before: string) => void;
};

/** How far a title is dragged before it is no click. */
const DRAG = 6;

/** The titles: a click sorts, dragging a title moves its column, dragging its edge widens it. */
export function Head<Row>({ columns, numberWidth, sorting, onSort, onWidth, onMove }: Props<Row>) {
  const { t } = useTranslation();
  const drag = useRef<{ id: string; x: number; isMoving: boolean } | null>(null);
  const wasMoved = useRef(false);
  const sortOf = (column: GridColumn<Row>) => (column.sort !== undefined && sorting?.sort === column.sort ? (sorting.descending ? 'descending' : 'ascending') : undefined);
  const onUp = (event: PointerEvent) => {
    const from = drag.current;
    drag.current = null;
    wasMoved.current = from?.isMoving ?? false;
    if (!from?.isMoving) return;
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-head]');
    if (over?.dataset.head && over.dataset.head !== from.id) onMove(from.id, over.dataset.head);
  };
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      <div className={`${styles.number} ${styles.frozen}`} role="columnheader" aria-colindex={1} style={{ width: numberWidth, left: 0 }}>
        <span className={styles.unseen}>{t('grid.number')}</span>
      </div>
      {columns.map((column, at) => {
        const sorted = sortOf(column);
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={sorted ?? (column.sort ? 'none' : undefined)}
            className={[styles.title, at === 0 && styles.frozen, column.sort && styles.sorts, column.number && styles.right].filter(Boolean).join(' ')}
            style={{ width: column.width, left: at === 0 ? numberWidth : undefined }}
            data-head={column.id}
            data-testid={`grid-head-${column.id}`}
            onPointerDown={(event) => {
              if (event.button === 0 && at > 0) drag.current = { id: column.id, x: event.clientX, isMoving: false };
            }}
            onPointerMove={(event) => {
              if (drag.current && Math.abs(event.clientX - drag.current.x) > DRAG) drag.current.isMoving = true;
            }}
            onPointerUp={onUp}
            onClick={() => {
              if (!wasMoved.current && column.sort) onSort(column);
              wasMoved.current = false;
            }}
          >
            <span title={column.sort ? t('grid.sortHint', { title: column.title }) : column.title}>{column.title}</span>
            {sorted && <b aria-hidden="true">{sorted === 'descending' ? '▼' : '▲'}</b>}
            <Edge width={column.width} label={column.id} onWidth={(width, isDone) => onWidth(column.id, width, isDone)} />
          </div>
        );
      })}
    </div>
  );
}

/** The edge of a column: dragged it widens the column, a double click makes it as wide as it comes. */
function Edge({ width, label, onWidth }: { width: number; label: string; onWidth: (width: number | null, isDone: boolean) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const widthAt = (event: PointerEvent) => from.current!.width + event.clientX - from.current!.x;
  return (
    <i
      className={styles.edge}
      data-testid={`grid-edge-${label}`}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => onWidth(null, true)}
      onPointerDown={(event) => {
        event.stopPropagation();
        from.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      }}
      onPointerMove={(event) => from.current && onWidth(widthAt(event), false)}
      onPointerUp={(event) => {
        event.stopPropagation();
        if (from.current && from.current.x !== event.clientX) onWidth(widthAt(event), true);
        from.current = null;
      }}
    />
  );
}
