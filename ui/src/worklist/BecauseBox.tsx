import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../platform/bindings';
import { ScriptFold } from '../calls/ScriptFold';
import styles from './CallSheet.module.css';

/** Why this task is on the list, with the clauses it stands on, and what to say. */
export function BecauseBox({ detail }: { detail: TaskDetail }) {
  const { t } = useTranslation();
  // The sentence names the clauses itself; what it does not say is whose clauses they are.
  const policies = [...new Set(detail.clauses.map((clause) => clause.policy))];
  return (
    <>
      <section className={styles.because} aria-label={t('sheet.because')} data-testid="because" data-selectable>
        {detail.row.because}
        {policies.length > 0 && <div className={styles.clauses}>{policies.join(t('common.comma'))}</div>}
      </section>
      {detail.script && (
        <ScriptFold text={detail.script} />
      )}
    </>
  );
}
