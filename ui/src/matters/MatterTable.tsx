import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToMatter } from '../desk/route';
import type { MatterKindBrief, MatterQuery, MatterRow, MilestoneKind } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { Failed } from '../shared/Failed';
import { isTextField } from '../shared/ime';
import { useToday } from '../shared/today';
import { type ListHandle, WindowedList } from '../shared/WindowedList';
import { NextTask, Severity } from './MatterCard';
import styles from './Matters.module.css';
import { MilestoneDialog } from './MilestoneDialog';
import { nextMilestones } from './milestones';
import { useMatters } from './state';
import { useMatterRows } from './useMatterRows';

const ROW_HEIGHT = 44;

/** The same matters as a list, what moved last first. */
export function MatterTable({ kind, query }: { kind: MatterKindBrief; query: MatterQuery }) {
  const { t } = useTranslation();
  const { index, select } = useMatters();
  const [reached, setReached] = useState<{ row: MatterRow; milestone: MilestoneKind } | null>(null);
  const list = useRef<ListHandle>(null);
  const { pages, onRange } = useMatterRows(query, null);
  const selected = Math.min(index, Math.max(pages.total - 1, 0));
  useEffect(() => {
    if (!isTextField(document.activeElement)) list.current?.focus();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    const row = pages.rowAt(selected);
    const milestone = row && /^[1-9]$/.test(event.key) && !event.ctrlKey ? nextMilestones(kind, row)[Number(event.key) - 1] : undefined;
    if (!row || !milestone) return;
    setReached({ row, milestone });
    event.preventDefault();
  };
  if (pages.error) return <Failed error={pages.error} onRetry={pages.retry} />;
  return (
    <div className={styles.table}>
      <Head />
      <WindowedList
        label={t('matters.title')}
        testId="matter-list"
        handle={list}
        total={pages.total}
        rowAt={pages.rowAt}
        rowHeight={ROW_HEIGHT}
        selected={selected}
        onSelect={(at) => select(null, at)}
        onOpen={(at) => {
          const row = pages.rowAt(at);
          if (row) goToMatter(row.matter.id);
        }}
        onRange={onRange}
        onKey={onKey}
        attributes={(row) => ({ id: `matter-${row.matter.id}`, testId: 'matter-row', data: { 'data-matter': row.matter.id } })}
        render={(row) => <Line row={row} />}
      />
      {reached && (
        <MilestoneDialog
          row={reached.row}
          milestone={reached.milestone}
          onClose={() => {
            setReached(null);
            list.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <div className={`${styles.line} ${styles.head}`} aria-hidden="true">
      <span>{t('matters.no')}</span>
      <span>{t('matters.client')}</span>
      <span>{t('matters.about')}</span>
      <span>{t('matters.stage')}</span>
      <span className={styles.number}>{t('matters.days')}</span>
      <span>{t('matters.handler')}</span>
      <span>{t('matters.next')}</span>
    </div>
  );
}

/** A matter as a line. */
export function Line({ row }: { row: MatterRow }) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <div className={styles.line}>
      <span>{row.matter.no}</span>
      <span title={[row.client?.name, row.client?.place].filter(Boolean).join(' ')}>
        {row.client?.name ?? t('matters.nobodyShort')} <small>{row.client?.place}</small>
      </span>
      <span title={row.text}>
        <Severity code={row.severity} /> {row.text}
      </span>
      <span>
        {row.ended && '✓ '}
        {row.stage_label} <small>{row.stage_on && shortDay(row.stage_on, today)}</small>
      </span>
      <span className={styles.number}>{row.days}</span>
      <span title={row.department ?? undefined}>{row.handler ?? row.department}</span>
      <span>{row.next && <NextTask task={row.next} />}</span>
    </div>
  );
}
