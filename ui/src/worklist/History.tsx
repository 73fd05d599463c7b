import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { RecordBrief } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { Written } from '../shared/Phone';
import { NumbersOf } from '../shared/reveal';
import { useToday } from '../shared/today';
import styles from './CallSheet.module.css';

/** What was tried and said before with a client, newest first. */
export function History({ records, client }: { records: RecordBrief[]; client: string | null }) {
  const { t } = useTranslation();
  const today = useToday();
  if (records.length === 0) return null;
  return (
    <NumbersOf value={client}>
      <details className={styles.fold} open data-testid="history">
        <summary>{t('sheet.history', { count: records.length })}</summary>
        <ul className={styles.history}>
          {records.map((record) => (
            <li key={record.id} className={record.voided ? styles.voided : undefined}>
              <time>{shortDay(record.on, today)}</time>
              <span>
                {[codeText('channel', record.channel), codeText('outcome', record.outcome), record.by].join(' · ')}
                {record.answers.map((answer) => (
                  <small key={answer.label}>
                    <Written text={`${answer.label}:${answer.value}`} />
                  </small>
                ))}
                {record.note && (
                  <q>
                    <Written text={record.note} />
                  </q>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </NumbersOf>
  );
}
