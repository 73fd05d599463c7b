import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import type { ProblemRow } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { type Look, StateMark } from '../shared/StateMark';
import { useToday } from '../shared/today';
import styles from './ProblemPage.module.css';

/** Where a problem stands: overdue, due today, not yet due, waiting for its recheck, closed. */
export function ProblemMark({ problem }: { problem: ProblemRow }) {
  const today = useToday();
  return <StateMark look={lookOf(problem, today)} text={codeText('problemState', problem.state)} />;
}

function lookOf({ state, deadline }: ProblemRow, today: string): Look {
  if (state === 'closed') return 'done';
  if (state === 'to_recheck') return 'sign';
  if (state === 'overdue') return 'late';
  return deadline?.slice(0, 10) === today ? 'now' : 'later';
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
        <ProblemMark problem={row} />
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
