import { useTranslation } from 'react-i18next';
import type { WorklistCounts } from '../platform/bindings';
import { ChipRow } from '../shared/ChipRow';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { isIme } from '../shared/ime';
import styles from './Chips.module.css';
import { TABS, type Tab, useWorklistState } from './state';
import { VisitsButton } from './VisitsButton';

/** The head of the worklist: what stands under which chip, how far the day is, whose tasks, a small find. */
export function Chips({ counts, tab }: { counts: WorklistCounts | undefined; tab: Tab }) {
  const { t } = useTranslation();
  const { mine, find, before, show, clearFind } = useWorklistState();
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h1>{t('worklist.title')}</h1>
        <ChipRow
          label={t('worklist.title')}
          testId="tab"
          chips={TABS.map((name) => ({ value: name, label: t(`worklist.tab.${name}`), count: counts?.[name], late: name === 'overdue' }))}
          value={tab}
          onChange={(name) => show({ tab: name as Tab, find: before ? '' : find })}
        />
      </div>
      <div className={styles.line}>
        <ChoiceGroup
          quiet
          label={t('worklist.whose')}
          testId="whose"
          choices={[
            { value: 'all', label: t('worklist.everybody') },
            { value: 'mine', label: t('worklist.mine') },
          ]}
          value={mine ? 'mine' : 'all'}
          onChange={(value) => show({ mine: value === 'mine' })}
        />
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
        {counts && <Progress counts={counts} />}
      </div>
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
    <div className={styles.progress} role="progressbar" aria-valuenow={share} aria-label={t('worklist.progressLabel', { done, all })}>
      {t('worklist.progress', { done, all })}
      <span className={styles.bar}>
        <i style={{ width: `${share}%` }} />
      </span>
    </div>
  );
}
