import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '../platform/bindings';
import styles from './Calls.module.css';
import { GiveUpDialog } from './GiveUpDialog';

/** All tries are used up: said on the sheet, with the way out beside it. */
export function LostLine({ task }: { task: TaskRow }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (!task.call.may_give_up) return null;
  return (
    <p className={styles.verify} data-testid="may-give-up">
      ■ {task.call.outcome === 'refused' ? t('calls.refusedUsed') : t('calls.triesUsed', { count: task.tries })}{' '}
      <button type="button" className={styles.pick} data-testid="give-up-open" onClick={() => setOpen(true)}>
        {t('calls.giveUp')}
      </button>
      {isOpen && <GiveUpDialog task={task} onClose={() => setOpen(false)} />}
    </p>
  );
}
