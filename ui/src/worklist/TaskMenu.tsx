import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GiveUpDialog } from '../calls/GiveUpDialog';
import type { TaskRow } from '../platform/bindings';
import { ActionMenu } from '../shared/ActionMenu';
import { type Act, DecideDialog } from './DecideDialog';
import styles from './TaskMenu.module.css';

const OPEN_ACTS: Act[] = ['reschedule', 'reassign', 'waive', 'give_up'];

/** What else a person may decide about a task. */
export function TaskMenu({ task }: { task: TaskRow }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Act | null>(null);
  const isOpen = ['waiting', 'open', 'overdue'].includes(task.state);
  // Nobody is looked for in vain where nobody is called.
  const fitting = OPEN_ACTS.filter((key) => task.action === 'contact' || key !== 'give_up');
  const acts = isOpen ? fitting : (['reopen'] as Act[]);
  const items = acts.map((key) => ({
    key,
    label: <span data-testid={`decide-${key}`}>{t(`decide.${key}`)}…</span>,
    onClick: () => setAct(key),
  }));
  return (
    <>
      <ActionMenu items={items}>
        <button type="button" className={styles.more} aria-label={t('sheet.more')} title={t('sheet.more')} data-testid="task-menu">
          ⋯
        </button>
      </ActionMenu>
      {act === 'give_up' && <GiveUpDialog task={task} onClose={() => setAct(null)} />}
      {act && act !== 'give_up' && <DecideDialog act={act} task={task} name={task.client?.name ?? task.title} onClose={() => setAct(null)} />}
    </>
  );
}
