import { useTranslation } from 'react-i18next';
import type { DrawStratum } from '../platform/bindings';
import styles from './Draw.module.css';

/** How many each stratum has, and how many are taken of it. */
export function Strata({ strata }: { strata: DrawStratum[] }) {
  const { t } = useTranslation();
  if (strata.length === 0) return null;
  return (
    <table className={styles.strata} data-testid="strata">
      <thead>
        <tr>
          <th>{t('work.stratum')}</th>
          <th>{t('work.size')}</th>
          <th>{t('work.taken')}</th>
        </tr>
      </thead>
      <tbody>
        {strata.map((stratum) => (
          <tr key={stratum.name}>
            <td>{stratum.name || t('work.noStratum')}</td>
            <td>{stratum.size}</td>
            <td>{stratum.take}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
