import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import type { ProblemRow } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { useToday } from '../shared/today';
import mark from '../worklist/DueMark.module.css';
import styles from './ProblemPage.module.css';

const LOOKS: Record<string, { look: string; shape: string }> = {
  overdue: { look: 'late', shape: '●' },
  open: { look: 'now', shape: '▲' },
  to_recheck: { look: 'later', shape: '■' },
  closed: { look: 'done', shape: '✓' },
};

/** Where a problem stands, as colour, word and shape. */
export function ProblemMark({ state }: { state: string }) {
  const { look, shape } = LOOKS[state] ?? { look: 'later', shape: '○' };
  return (
    <span className={`${mark.mark} ${mark[look]}`}>
      <i aria-hidden="true">{shape}</i>
      {codeText('problemState', state)}
    </span>
  );
}

/** A problem in the list. */
export function ProblemLine({ row }: { row: ProblemRow }) {
  const { t } = useTranslation();
  const today = useToday();
  const from = [row.parent && `${row.parent.kind_label} ${row.parent.no ?? ''}`, `${t('problems.raised')} ${shortDay(row.raised, today)}`];
  const about = [row.no, ...from].filter(Boolean).join(' · ');
  return (
    <div className={styles.line}>
      <span>
        <ProblemMark state={row.state} />
      </span>
      <span title={row.client?.name}>
        {row.client?.name}
        <small>{row.client?.place}</small>
      </span>
      <span title={`${row.text}\n${about}`}>
        {row.text}
        <small>{about}</small>
      </span>
      <span className={styles.who} title={row.handler}>
        {row.handler}
      </span>
      <span>
        {row.closed ? '' : row.deadline && dueText(row.deadline, today)}
        {row.rounds > 0 && <small>{t('problems.rounds', { count: row.rounds })}</small>}
      </span>
    </div>
  );
}

/** The titles of the columns. */
export function ProblemHead() {
  const { t } = useTranslation();
  return (
    <div className={`${styles.line} ${styles.head}`} aria-hidden="true">
      <span>{t('problems.column.state')}</span>
      <span>{t('problems.column.client')}</span>
      <span>{t('problems.column.text')}</span>
      <span>{t('problems.column.handler')}</span>
      <span>{t('problems.column.deadline')}</span>
    </div>
  );
}
