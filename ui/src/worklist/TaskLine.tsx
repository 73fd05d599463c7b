import { useTranslation } from 'react-i18next';
import { CallMarks, waitText } from '../calls/CallMarks';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import type { TaskRow } from '../platform/bindings';
import { Tags } from '../shared/Tags';
import { useToday } from '../shared/today';
import { DueMark } from './DueMark';
import styles from './TaskLine.module.css';

/** A task in a list: when, whom, why, how, who. */
export function TaskLine({ task, hasDraft }: { task: TaskRow; hasDraft?: boolean }) {
  const { t } = useTranslation();
  const today = useToday();
  const detail = [
    task.title,
    task.detail,
    task.need > 1 ? t('worklist.quota', { have: task.have, need: task.need }) : '',
    task.together > 0 ? t('worklist.together', { count: task.together }) : '',
  ];
  const about = detail.filter(Boolean).join(' · ');
  const wait = waitText(task, today);
  return (
    <div className={styles.line}>
      <span className={styles.due}>
        <DueMark task={task} />
        {wait ? (
          <small data-testid="wait">{wait}</small>
        ) : task.latest && task.latest.slice(0, 10) !== task.due.slice(0, 10) ? (
          <small>{t('worklist.latest', { day: dueText(task.latest, today) })}</small>
        ) : (
          task.guessed && <small>{t('worklist.guessed')}</small>
        )}
      </span>
      <span className={styles.cut} title={[task.client?.name, ...(task.client?.tags ?? [])].filter(Boolean).join(' · ')}>
        <span className={styles.name}>
          <b>{task.client?.name ?? t('worklist.office')}</b>
          {task.client && <Tags tags={task.client.tags} most={1} />}
        </span>
        <small>{task.client?.place ?? task.client?.no}</small>
      </span>
      <span className={styles.cut} title={`${task.because}\n${about}`}>
        {task.because}
        <small>
          {hasDraft && <b className={styles.draft}>✎ {t('worklist.draft')}</b>}
          <CallMarks task={task} />
          {about}
        </small>
      </span>
      <span>{codeText('channel', task.channels[0] ?? '')}</span>
      <span className={styles.who} title={[task.assignee, task.stands_in_for && t('desklist.standsIn', { name: task.stands_in_for })].filter(Boolean).join(' · ')}>
        {task.assignee}
        {task.stands_in_for && <small data-testid="stands-in">{t('desklist.standsIn', { name: task.stands_in_for })}</small>}
      </span>
    </div>
  );
}

/** The titles of the columns. */
export function TaskLineHead() {
  const { t } = useTranslation();
  return (
    <div className={`${styles.line} ${styles.head}`} aria-hidden="true">
      <span>{t('worklist.column.due')}</span>
      <span>{t('worklist.column.client')}</span>
      <span>{t('worklist.column.why')}</span>
      <span>{t('worklist.column.channel')}</span>
      <span>{t('worklist.column.assignee')}</span>
    </div>
  );
}
