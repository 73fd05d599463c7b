import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import type { TaskRow } from '../platform/bindings';
import { type Look, StateMark } from '../shared/StateMark';
import { useToday } from '../shared/today';

/** When a task is due, or how it ended. */
export function DueMark({ task }: { task: TaskRow }) {
  const { t } = useTranslation();
  const today = useToday();
  const look = lookOf(task, today);
  const day = dueText(task.due, today);
  const words: Record<Look, () => string> = {
    done: () => codeText('taskState', task.state),
    ended: () => codeText('taskState', task.state),
    paused: () => codeText('taskState', task.state),
    late: () => (task.days_over > 0 ? t('worklist.days_over', { count: task.days_over }) : t('worklist.passed', { day })),
    now: () => t('worklist.dueOn', { day }),
    later: () => t('worklist.dueOn', { day }),
    sign: () => t('worklist.sign'),
  };
  return <StateMark look={look} text={words[look]()} />;
}

function lookOf(task: TaskRow, today: string): Look {
  if (task.unsigned !== null) return 'sign';
  if (task.state === 'done') return 'done';
  if (task.state === 'paused') return 'paused';
  if (['lost', 'waived', 'missed', 'withdrawn'].includes(task.state)) return 'ended';
  if (task.state === 'overdue') return 'late';
  return task.due.slice(0, 10) === today ? 'now' : 'later';
}
