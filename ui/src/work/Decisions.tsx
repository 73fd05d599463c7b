import { useTranslation } from 'react-i18next';
import type { DecisionBrief } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { useToday } from '../shared/today';
import styles from '../worklist/CallSheet.module.css';

/** What people decided about a task, newest first. */
export function Decisions({ decisions }: { decisions: DecisionBrief[] }) {
  const { t } = useTranslation();
  const today = useToday();
  if (decisions.length === 0) return null;
  return (
    <details className={styles.fold} open data-testid="decisions">
      <summary>{t('work.decisions', { count: decisions.length })}</summary>
      <ul className={styles.history}>
        {decisions.map((decision) => (
          <li key={decision.id} className={decision.voided ? styles.voided : undefined}>
            <time>{shortDay(decision.on, today)}</time>
            <span>
              {[decision.what, decision.by].filter(Boolean).join(' · ')}
              {decision.note && <q>{decision.note}</q>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
