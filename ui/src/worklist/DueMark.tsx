import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import type { TaskRow } from '../platform/bindings';
import { useToday } from '../shared/today';
import styles from './DueMark.module.css';

/** When a task is due, as colour, word and shape: whoever sees no colours, or prints without, reads it too. */
export function DueMark({ task }: { task: TaskRow }) {
  const { t } = useTranslation();
  const today = useToday();
  const { look, shape, text } = marked(task, today, t('worklist.days_over', { count: task.days_over }));
  return (
    <span className={`${styles.mark} ${styles[look]}`} data-look={look}>
      <i aria-hidden="true">{shape}</i>
      {text}
    </span>
  );
}

function marked(task: TaskRow, today: string, over: string): { look: string; shape: string; text: string } {
  if (task.state === 'done') return { look: 'done', shape: '✓', text: codeText('taskState', task.state) };
  if (['lost', 'waived', 'missed', 'withdrawn'].includes(task.state)) {
    return { look: 'ended', shape: '–', text: codeText('taskState', task.state) };
  }
  if (task.state === 'paused') return { look: 'ended', shape: '‖', text: codeText('taskState', task.state) };
  if (task.state === 'overdue') return { look: 'late', shape: '●', text: task.days_over > 0 ? over : dueText(task.due, today) };
  if (task.due.slice(0, 10) === today) return { look: 'now', shape: '▲', text: dueText(task.due, today) };
  return { look: 'later', shape: '○', text: dueText(task.due, today) };
}
