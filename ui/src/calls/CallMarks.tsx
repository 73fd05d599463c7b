import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { texts } from '../i18n';
import { dueText } from '../i18n/days';
import type { TaskRow } from '../platform/bindings';
import { useToday } from '../shared/today';
import styles from './Calls.module.css';

/** Where the calls about a task stand, in a row: who is on the line, what stands in the way, what was tried. */
export function CallMarks({ task }: { task: TaskRow }) {
  const { t } = useTranslation();
  const today = useToday();
  const { call } = task;
  return (
    <>
      {call.on_line && (
        <b className={styles.busy} data-testid="on-line">
          ☎ {t('calls.onLine', call.on_line)}
        </b>
      )}
      {call.verify && <b className={styles.warn}>⚠ {t('calls.verify')}</b>}
      {call.may_give_up && <b className={styles.warn}>■ {t('calls.mayGiveUp')}</b>}
      {call.ring_from && !call.waits && (
        <b className={styles.later} data-testid="ring-later">
          ◷ {t('calls.ringLater', { time: shortTime(call.ring_from, today) })}
        </b>
      )}
      {call.tried && (
        <b className={styles.tried} data-testid="tried">
          {t('calls.tried', { count: task.tries, day: dueText(call.tried, today), outcome: codeText('outcome', call.outcome ?? '') })}
        </b>
      )}
    </>
  );
}

/** Under the due day: until when the task waits, or the hour that was promised. */
export function waitText(task: TaskRow, today: string): string | null {
  const { call } = task;
  if (call.next && call.promised) return texts.t('calls.promised', { time: dueText(call.next, today) });
  if (call.next && call.waits) return texts.t('calls.waits', { time: dueText(call.next, today) });
  return null;
}

/** `14:00` today, else with the day. */
export function shortTime(moment: string, today: string): string {
  return moment.startsWith(today) ? moment.slice(11, 16) : dueText(moment, today);
}
