import { useTranslation } from 'react-i18next';
import { ViewTabs } from '../desklist/ViewTabs';
import { WhoseFilter } from '../desklist/WhoseFilter';
import type { SavedView, WorklistCounts, WorklistQuery } from '../platform/bindings';
import { ChipRow } from '../shared/ChipRow';
import { isIme } from '../shared/ime';
import styles from './Chips.module.css';
import { TABS, TABS_APART, type Tab, useWorklistState } from './state';
import { WorklistExport } from './WorklistExport';
import { VisitsButton } from './VisitsButton';

type Props = { counts: WorklistCounts | undefined; tab: Tab; query: WorklistQuery; views: SavedView[] };

/** The head of the worklist: what stands under which chip, whose tasks, a small find, views of one's own, how far the day is. */
export function Chips({ counts, tab, query, views }: Props) {
  const { t } = useTranslation();
  const { instead, find, before, show, clearFind } = useWorklistState();
  const apart = TABS_APART.filter((name) => (counts?.[name] ?? 0) > 0 || (instead === null && tab === name));
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h1>{t('worklist.title')}</h1>
        <ChipRow
          label={t('worklist.title')}
          testId="tab"
          chips={[...TABS, ...apart].map((name) => ({ value: name, label: t(`worklist.tab.${name}`), count: counts?.[name], late: name === 'overdue' }))}
          value={instead === null ? tab : ''}
          onChange={(name) => show({ tab: name as Tab, find: before ? '' : find })}
        />
      </div>
      <div className={`${styles.line} ${styles.tools}`}>
        <WhoseFilter query={query} />
        <input
          className={styles.find}
          type="search"
          aria-label={t('worklist.find')}
          placeholder={t('worklist.find')}
          data-testid="worklist-find"
          value={find}
          onChange={(event) => show({ find: event.target.value })}
          onKeyDown={(event) => {
            if (!isIme(event) && event.key === 'Escape') clearFind();
          }}
        />
        <VisitsButton />
        <WorklistExport tab={tab} query={query} views={views} />
      </div>
      <ViewTabs views={views}>{counts && <Progress counts={counts} />}</ViewTabs>
      {find.trim() !== '' && (
        <p className={styles.only} role="status" data-testid="worklist-only">
          <span title={find}>{t('worklist.only', { find: find.trim() })}</span>
          <button type="button" data-testid="worklist-clear" onClick={clearFind}>
            {t('worklist.clearFind')}
          </button>
        </p>
      )}
    </div>
  );
}

function Progress({ counts }: { counts: WorklistCounts }) {
  const { t } = useTranslation();
  const done = counts.done_today;
  const all = done + counts.today + counts.overdue;
  const share = all === 0 ? 0 : Math.round((done / all) * 100);
  return (
    <button
      type="button"
      className={styles.progress}
      aria-label={t('worklist.progressLabel', { done, all })}
      title={t('desklist.doneList', { count: done })}
      data-testid="done-today"
      onClick={() => useWorklistState.getState().show({ instead: { kind: 'done' }, whose: 'all', find: '' })}
    >
      {t('worklist.progress', { done, all })}
      <span className={styles.bar}>
        <i style={{ width: `${share}%` }} />
      </span>
    </button>
  );
}
