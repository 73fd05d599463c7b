import { useQuery } from '@tanstack/react-query';
import { type Ref, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { worklistQueryOptions } from '../api/queries';
import type { TaskRow } from '../platform/bindings';
import { type ListHandle, WindowedList } from '../shared/WindowedList';
import styles from './OfficeWork.module.css';
import { useWork } from './state';
import { WorkLine } from './WorkLine';

const ROW_HEIGHT = 46;
/** More rows than these are scrolled. */
const ROWS_SEEN = 4;
/** No office has more on one day. */
const MOST = 500;

type Props = { mine: boolean; handle: Ref<ListHandle>; onOpen: () => void };

/** 例行事务: what the policies ask of the office itself, under the calls. */
export function OfficeWork({ mine, handle, onOpen }: Props) {
  const { t } = useTranslation();
  const { selected, index, isFolded, select, fold, showDone } = useWork();
  const { data } = useQuery(worklistQueryOptions({ tab: 'office', whose: mine ? 'mine' : 'all', filter: null, tasks: [], find: '', offset: 0, limit: MOST }));
  const rows = data?.rows;
  useSelectionStays(rows);
  const onRange = useCallback(() => undefined, []);
  if (!rows) return null;
  const late = rows.filter((row) => row.state === 'overdue').length;
  return (
    <section className={styles.work} aria-label={t('work.title')} data-testid="office-work">
      <header className={styles.head}>
        <button type="button" className={styles.fold} aria-expanded={!isFolded} data-testid="work-fold" onClick={() => fold(!isFolded)}>
          <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span>
          <h2>{t('work.title')}</h2>
        </button>
        <span>{rows.length === 0 ? t('work.none') : t('common.items', { count: rows.length })}</span>
        {late > 0 && <span className={styles.late}>{t('work.late', { count: late })}</span>}
        <button type="button" className={styles.more} data-testid="work-done" onClick={showDone}>
          {t('work.done')}
        </button>
      </header>
      {!isFolded && rows.length > 0 && (
        <div className={styles.rows} style={{ height: Math.min(rows.length, ROWS_SEEN) * ROW_HEIGHT }}>
          <WindowedList
            label={t('work.title')}
            testId="work-list"
            handle={handle}
            total={rows.length}
            rowAt={(at) => rows[at]}
            rowHeight={ROW_HEIGHT}
            selected={selected === null ? -1 : index}
            onSelect={(at) => select(rows[Math.max(0, at)]?.id ?? null, Math.max(0, at))}
            onOpen={() => {
              if (selected === null) select(rows[0]?.id ?? null, 0);
              onOpen();
            }}
            onRange={onRange}
            attributes={(row) => ({ id: `task-${row.id}`, testId: 'work-row', data: { 'data-task': row.id } })}
            render={(row) => <WorkLine task={row} />}
          />
        </div>
      )}
    </section>
  );
}

/** The selection stays on its task; when that is done, it goes to the one that took its place. */
function useSelectionStays(rows: TaskRow[] | undefined) {
  const { selected, index, select } = useWork();
  useEffect(() => {
    if (selected === null || !rows) return;
    const at = rows.findIndex((row) => row.id === selected);
    const next = rows[Math.min(index, rows.length - 1)];
    if (at < 0) select(next?.id ?? null, Math.max(0, Math.min(index, rows.length - 1)));
    else if (at !== index) select(selected, at);
  }, [rows, selected, index, select]);
}
