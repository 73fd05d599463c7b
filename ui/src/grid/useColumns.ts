import { useMemo, useState } from 'react';
import type { LabelValue } from '../platform/bindings';
import { type Arrangement, arranged, type GridColumn, withMoved, withStep, withWidth } from './columns';
import { useArrangement } from './useArrangement';

/** The columns of a table as the person at work wants them, and what he may do to them. */
export type Columns<Row> = {
  /** As they stand on the screen. */
  shown: GridColumn<Row>[];
  /** All of them, as they come. */
  all: readonly GridColumn<Row>[];
  arrangement: Arrangement;
  keep: (next: Arrangement) => void;
  /** A width while it is dragged, and when it is done. */
  setWidth: (id: string, width: number | null, isDone: boolean) => void;
  move: (id: string, before: string) => void;
  step: (id: string, step: -1 | 1) => void;
};

/** `name` is that under which the office keeps them; `all` must not change while the table is shown. */
export function useColumns<Row>(name: string, all: readonly GridColumn<Row>[]): Columns<Row> {
  const [arrangement, keep] = useArrangement(name);
  const [dragged, setDragged] = useState<Arrangement | null>(null);
  const now = dragged ?? arrangement;
  const shown = useMemo(() => arranged(all, now), [all, now]);
  return {
    shown,
    all,
    arrangement: now,
    keep,
    setWidth: (id, width, isDone) => {
      const next = withWidth(now, id, width);
      setDragged(isDone ? null : next);
      if (isDone) keep(next);
    },
    move: (id, before) => keep(withMoved(all, now, id, before)),
    step: (id, step) => keep(withStep(all, now, id, step)),
  };
}

/** Titles and ids, as the office is told them. */
export const named = <Row>(columns: readonly GridColumn<Row>[]): LabelValue[] =>
  columns.map((column) => ({ label: column.title, value: column.id }));
