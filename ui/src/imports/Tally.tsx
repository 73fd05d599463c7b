import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../platform/bindings';
import styles from './ImportPage.module.css';

/** The counts of a file: new, changed, as they were, not in, doubtful. */
export function Tally({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const counts = [
    { name: 'created', value: result.created },
    { name: 'updated', value: result.updated },
    { name: 'unchanged', value: result.unchanged },
    { name: 'rejected', value: result.rejected.length },
    { name: 'warnings', value: result.warnings.length },
  ] as const;
  return (
    <dl className={styles.tally}>
      {counts.map((count) => (
        <div key={count.name} data-name={count.name} data-zero={count.value === 0}>
          <dt>{t(`imports.${count.name}`)}</dt>
          <dd data-testid={`count-${count.name}`}>{count.value}</dd>
        </div>
      ))}
    </dl>
  );
}
