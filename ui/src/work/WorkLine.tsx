import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '../platform/bindings';
import { DueMark } from '../worklist/DueMark';
import styles from './OfficeWork.module.css';
import { useWork } from './state';
import { useFinish } from './useFinish';

/** A piece of the office's work: when, what and why, who, and the one thing to do about it. */
export function WorkLine({ task }: { task: TaskRow }) {
  return (
    <div className={styles.line}>
      <DueMark task={task} />
      <span className={styles.cut} title={task.because}>
        {task.title}
        <small>{task.because}</small>
      </span>
      <span className={styles.who} title={task.assignee}>
        {task.assignee}
      </span>
      <Act task={task} />
    </div>
  );
}

/** The row is not turned to because its button was pressed. */
const alone = (act: () => void) => (event: MouseEvent) => {
  event.stopPropagation();
  act();
};

/**
 * For the mouse alone: the row is an option of the list, and in an option nothing else may be pressed. With the keyboard
 * the same is done on the sheet.
 */
function Act({ task }: { task: TaskRow }) {
  const { t } = useTranslation();
  const { beginDraw } = useWork();
  const { finish } = useFinish(task);
  if (task.settled_by === 'draw') {
    return (
      <span className={styles.act} data-testid="line-draw" onClick={alone(() => beginDraw(task.id))}>
        {t('work.draw')}
      </span>
    );
  }
  if (task.settled_by === 'finish') {
    return (
      <span className={styles.act} data-testid="line-finish" onClick={alone(() => finish())}>
        {t('work.finish')}
      </span>
    );
  }
  return <span className={styles.have}>{t('worklist.quota', { have: task.have, need: task.need })}</span>;
}
