import { memo } from 'react';
import type { GridColumn } from './columns';
import styles from './Grid.module.css';

export type RowName = { id: string; testId: string; data?: Record<string, string> };

type Props<Row> = {
  row: Row | undefined;
  at: number;
  top: number;
  height: number;
  columns: readonly GridColumn<Row>[];
  numberWidth: number;
  /** The selected cells of this row, from the first to the last; `from` beyond `to`: none. */
  from: number;
  to: number;
  /** The column of the cell where the person is, where it is in this row. */
  active: number | null;
  name: RowName | undefined;
};

function LineInner<Row>({ row, at, top, height, columns, numberWidth, from, to, active, name }: Props<Row>) {
  const isChosen = (index: number) => index >= from && index <= to;
  return (
    <div
      role="row"
      id={name?.id}
      aria-rowindex={at + 2}
      aria-selected={active !== null}
      className={[styles.row, at % 2 === 1 && styles.odd, active !== null && styles.on].filter(Boolean).join(' ')}
      style={{ top, height }}
      data-row={at}
      data-testid={name?.testId}
      {...name?.data}
    >
      <div role="rowheader" aria-colindex={1} className={`${styles.number} ${styles.frozen}`} style={{ width: numberWidth, left: 0 }} data-column="-1">
        {at + 1}
      </div>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={index + 2}
          aria-selected={isChosen(index)}
          className={[
            styles.cell,
            index === 0 && styles.frozen,
            column.number && styles.right,
            isChosen(index) && styles.chosen,
            active === index && styles.active,
          ]
            .filter(Boolean)
            .join(' ')}
          style={{ width: column.width, left: index === 0 ? numberWidth : undefined }}
          data-column={index}
          title={row === undefined ? undefined : column.text(row)}
        >
          {row === undefined ? <span className={styles.wait}>…</span> : (column.render?.(row) ?? <span>{column.text(row)}</span>)}
        </div>
      ))}
    </div>
  );
}

const SHOWN = ['row', 'at', 'top', 'columns', 'numberWidth', 'from', 'to', 'active'] as const;

/** One row; drawn anew only when something of it changed, so that holding an arrow key costs two rows. Its name follows from it. */
export const Line = memo(LineInner, (before, now) => SHOWN.every((name) => before[name] === now[name])) as typeof LineInner;
