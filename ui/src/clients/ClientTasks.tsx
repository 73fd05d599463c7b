import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { useRoute } from '../desk/route';
import type { TaskRow } from '../platform/bindings';
import { DueMark } from '../worklist/DueMark';
import { useWorklistState } from '../worklist/state';
import styles from './ClientTasks.module.css';

/** What is to be done for this client, the next one marked. */
export function ClientTasks({ tasks, isOver }: { tasks: TaskRow[]; /** They have ended: nothing to start. */ isOver?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.tasks}>
      {!isOver && <h2>{t('clients.tasks')}</h2>}
      {tasks.length === 0 && <p className={styles.none}>{t('clients.noTasks')}</p>}
      {tasks.map((task, index) => (
        <div key={task.id} className={index === 0 && !isOver ? `${styles.task} ${styles.next}` : styles.task} data-testid="client-task">
          <div className={styles.top}>
            <DueMark task={task} />
            <strong>{task.title}</strong>
            <span className={styles.mute}>
              {codeText('channel', task.channels[0] ?? '')} · {task.assignee}
            </span>
            {!isOver && (
              <Button type={index === 0 ? 'primary' : 'default'} data-testid="start-task" onClick={() => startTask(task)}>
                {t('clients.start')}
              </Button>
            )}
          </div>
          <div>{task.because}</div>
        </div>
      ))}
    </div>
  );
}

/** Opens the worklist on this task with the first question focused. */
function startTask(task: TaskRow): void {
  useWorklistState.getState().lookAt(task.id, task.matter?.no ?? task.client?.name ?? '');
  useRoute.getState().go({ page: 'worklist' });
}
