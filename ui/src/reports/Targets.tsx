import { useTranslation } from 'react-i18next';
import type { TargetLine } from '../platform/bindings';
import styles from './ReportPage.module.css';

/** The policy's targets: what is asked, what was reached, said as word and shape. */
export function Targets({ targets }: { targets: TargetLine[] }) {
  const { t } = useTranslation();
  if (targets.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('reports.targets')}</h2>
      <table className={styles.table} data-testid="targets">
        <thead>
          <tr>
            <th>{t('reports.target.title')}</th>
            <th>{t('reports.target.asked')}</th>
            <th>{t('reports.target.reached')}</th>
            <th>{t('reports.target.met')}</th>
            <th>{t('reports.target.clauses')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target, index) => (
            <tr key={`${target.title}/${index}`}>
              <td>{target.title}</td>
              <td>{target.asked}</td>
              <td>{target.reached}</td>
              <td>
                <Met met={target.met} />
              </td>
              <td className={styles.mute}>{target.clauses.join(t('common.comma'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Met({ met }: { met: boolean | null }) {
  const { t } = useTranslation();
  if (met === null) return <span className={styles.mute}>– {t('reports.undecided')}</span>;
  return met ? <span className={styles.met}>✓ {t('reports.met')}</span> : <span className={styles.unmet}>● {t('reports.unmet')}</span>;
}
