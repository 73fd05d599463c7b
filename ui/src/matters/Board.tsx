import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToMatter } from '../desk/route';
import type { MatterCounts, MatterKindBrief, MatterQuery, MatterRow, MilestoneKind, StageCount } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { isTextField } from '../shared/ime';
import { type ListHandle, WindowedList } from '../shared/WindowedList';
import styles from './Board.module.css';
import { CARD_HEIGHT, MatterCard } from './MatterCard';
import { MilestoneDialog } from './MilestoneDialog';
import { nextMilestones } from './milestones';
import { useMatters } from './state';
import { useMatterRows } from './useMatterRows';

type Reached = { row: MatterRow; milestone: MilestoneKind };
type Props = { kind: MatterKindBrief; counts: MatterCounts; query: MatterQuery };

/** A column for each stage. Arrows walk, Enter opens, a digit writes down that the card has come to the milestone of that digit. */
export function Board({ kind, counts, query }: Props) {
  const { stage, select } = useMatters();
  const [reached, setReached] = useState<Reached | null>(null);
  /** Counts how often the focus was called to the column of the selection. */
  const [called, setCalled] = useState(0);
  const stages = counts.stages.filter((column) => column.count > 0 || kind.milestones.some((known) => known.kind === column.stage));
  const filled = stages.filter((column) => column.count > 0);
  const current = filled.find((column) => column.stage === stage)?.stage ?? filled[0]?.stage ?? null;
  const toColumn = (step: number) => {
    const at = filled.findIndex((column) => column.stage === current);
    const next = filled[at + step];
    if (!next) return;
    select(next.stage, 0);
    setCalled(called + 1);
  };
  return (
    <div className={styles.board} data-testid="board">
      {stages.map((column) => (
        <Column
          key={column.stage}
          column={column}
          kind={kind}
          query={query}
          isCurrent={column.stage === current}
          called={called}
          onColumn={toColumn}
          onReach={(row, milestone) => setReached({ row, milestone })}
        />
      ))}
      {reached && (
        <MilestoneDialog
          row={reached.row}
          milestone={reached.milestone}
          onClose={() => {
            setReached(null);
            setCalled(called + 1);
          }}
        />
      )}
    </div>
  );
}

type ColumnProps = {
  column: StageCount;
  kind: MatterKindBrief;
  query: MatterQuery;
  isCurrent: boolean;
  called: number;
  onColumn: (step: number) => void;
  onReach: (row: MatterRow, milestone: MilestoneKind) => void;
};

function Column({ column, kind, query, isCurrent, called, onColumn, onReach }: ColumnProps) {
  const { t } = useTranslation();
  const { index, select } = useMatters();
  const { pages, onRange } = useMatterRows(query, column.stage);
  const list = useRef<ListHandle>(null);
  // The arrows walk from the first moment, and again after a dialog.
  useEffect(() => {
    if (isCurrent && !isTextField(document.activeElement)) list.current?.focus();
  }, [isCurrent, called]);
  const selected = isCurrent ? Math.min(index, Math.max(pages.total - 1, 0)) : -1;
  const onKey = (event: KeyboardEvent) => {
    const row = pages.rowAt(selected);
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const milestone = row && digit > 0 && !event.ctrlKey && !event.altKey ? nextMilestones(kind, row)[digit - 1] : undefined;
    if (event.key === 'ArrowLeft' && !event.altKey) onColumn(-1);
    else if (event.key === 'ArrowRight') onColumn(1);
    else if (row && milestone) onReach(row, milestone);
    else return;
    event.preventDefault();
  };
  return (
    <section className={column.count === 0 ? `${styles.column} ${styles.empty}` : styles.column} data-ends={column.ends || undefined} aria-label={column.label} data-testid={`column-${column.stage}`}>
      <h2 className={styles.head}>
        {column.ends && <span aria-hidden="true">✓</span>} {column.label} <b>{column.count}</b>
      </h2>
      {pages.error ? (
        <Failed error={pages.error} onRetry={pages.retry} />
      ) : column.count === 0 ? (
        <p className={styles.none}>{t('matters.columnEmpty')}</p>
      ) : (
        <WindowedList
          label={t('matters.columnLabel', { stage: column.label, count: column.count })}
          testId={`cards-${column.stage}`}
          handle={list}
          keepsArrow
          total={pages.total}
          rowAt={pages.rowAt}
          rowHeight={CARD_HEIGHT}
          selected={selected}
          onSelect={(at) => select(column.stage, at)}
          onOpen={(at) => {
            const row = pages.rowAt(at);
            if (row) goToMatter(row.matter.id);
          }}
          onRange={onRange}
          onKey={onKey}
          attributes={(row) => ({ id: `matter-${row.matter.id}`, testId: 'matter-card', data: { 'data-matter': row.matter.id } })}
          render={(row, at) => <MatterCard row={row} kind={kind} isSelected={at === selected} onReach={(milestone) => onReach(row, milestone)} />}
        />
      )}
    </section>
  );
}
