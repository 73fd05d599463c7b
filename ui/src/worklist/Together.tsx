import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { dueText } from '../i18n/days';
import type { TaskRow } from '../platform/bindings';
import { useToday } from '../shared/today';
import styles from './CallSheet.module.css';

type Props = { client?: string; tasks: TaskRow[]; chosen: string[]; onChange: (chosen: string[]) => void };

/** Other tasks of the same client or household: one call settles them all, unless one is left out. */
export function Together({ client, tasks, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  if (tasks.length === 0) return null;
  return (
    <fieldset className={styles.together} data-testid="together">
      <legend>{t('sheet.together')}</legend>
      {tasks.map((task) => (
        <Checkbox
          key={task.id}
          checked={chosen.includes(task.id)}
          data-testid={`together-${task.id}`}
          onChange={(event) => onChange(event.target.checked ? [...chosen, task.id] : chosen.filter((id) => id !== task.id))}
        >
          {task.client && task.client.id !== client && <b>{task.client.name} · </b>}
          {task.title} <small>{[dueText(task.due, today), task.matter?.no].filter(Boolean).join(' · ')}</small>
        </Checkbox>
      ))}
    </fieldset>
  );
}
