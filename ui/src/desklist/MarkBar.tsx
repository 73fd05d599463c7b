import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isIme } from '../shared/ime';
import { Kbd } from '../shared/Kbd';
import { isCovered } from '../shared/overlays';
import { BulkDialog } from './BulkDialog';
import styles from './desklist.module.css';
import { useMarks } from './marks';

/** What can be decided about many tasks, with the key of each. */
export const BULK_ACTS = [
  { act: 'reassign', key: 'F4' },
  { act: 'reschedule', key: 'F6' },
  { act: 'waive', key: 'F7' },
] as const;
export type BulkAct = (typeof BULK_ACTS)[number]['act'];

/** How many tasks are marked, and what can be done with them. It stands only while some are. */
export function MarkBar({ onAll, onDone }: { onAll: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { ids, clear } = useMarks();
  const [act, setAct] = useState<BulkAct | null>(null);
  const isOn = ids.size > 0;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const found = BULK_ACTS.find(({ key }) => key === event.key);
    // F7 in a question of the sheet belongs to the question.
    if (!isOn || !found || event.defaultPrevented || isIme(event) || isCovered()) return;
    setAct(found.act);
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (!isOn) return null;
  return (
    <div className={styles.marks} role="toolbar" aria-label={t('desklist.mark.count', { count: ids.size })} data-testid="mark-bar">
      <b role="status" data-testid="mark-count">
        ☑ {t('desklist.mark.count', { count: ids.size })}
      </b>
      {BULK_ACTS.map(({ act: name, key }) => (
        <button key={name} type="button" data-testid={`bulk-${name}`} onClick={() => setAct(name)}>
          {t(`decide.${name}`)} <Kbd>{key}</Kbd>
        </button>
      ))}
      <span className={styles.hint}>{t('desklist.mark.hint')}</span>
      <button type="button" className={styles.plain} data-testid="mark-all" onClick={onAll}>
        {t('desklist.mark.all')}
      </button>
      <button type="button" className={styles.plain} data-testid="mark-none" onClick={clear}>
        {t('desklist.mark.none')} <Kbd>Esc</Kbd>
      </button>
      {act && (
        <BulkDialog
          act={act}
          tasks={[...ids]}
          onClose={() => {
            setAct(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}
