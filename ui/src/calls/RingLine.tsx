import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { TaskDetail } from '../platform/bindings';
import { useToday } from '../shared/today';
import styles from './Calls.module.css';
import { shortTime, waitText } from './CallMarks';

/** Whether the client may be rung up now, and if not, from when. */
export function RingLine({ detail }: { detail: TaskDetail }) {
  const { t } = useTranslation();
  const today = useToday();
  const { row, calling } = detail;
  if (row.settled_by !== 'record' || !['waiting', 'open', 'overdue'].includes(row.state)) return null;
  const from = row.call.ring_from;
  const wait = waitText(row, today);
  return (
    <p className={styles.ring} data-testid="ring-line">
      {row.call.waits ? (
        <b className={styles.later}>◷ {wait}</b>
      ) : from ? (
        <b className={styles.later}>◷ {t('calls.ringLater', { time: shortTime(from, today) })}</b>
      ) : (
        <b className={styles.now}>✓ {t('calls.ringNow')}</b>
      )}
      {row.call.waits && row.call.channel && <span>{t('calls.byChannel', { channel: codeText('channel', row.call.channel) })}</span>}
      <span className={styles.mute}>{t('calls.hours', { hours: calling.hours })}</span>
    </p>
  );
}
