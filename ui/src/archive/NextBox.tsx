import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import type { TaskRow, TimelineItem } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { useToday } from '../shared/today';
import styles from './archive.module.css';

/** What is next and when he was last contacted: always in sight. */
export function NextBox({ tasks, items }: { tasks: TaskRow[]; items: TimelineItem[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const next = tasks.find((task) => task.state !== 'paused');
  const last = items.find((item) => item.kind === 'record' && item.record !== null);
  return (
    <div className={styles.next} data-none={!next || undefined} data-testid="next">
      <b>
        {next ? t('archive.next', { due: dueText(next.due, today), channel: codeText('channel', next.channels[0] ?? ''), title: next.title }) : t('archive.noNext')}
      </b>
      <p data-testid="last-contact">{last ? t('archive.last', { day: shortDay(last.on, today), what: last.title }) : t('archive.noLast')}</p>
    </div>
  );
}
