import { useTranslation } from 'react-i18next';
import type { FigureRef } from '../api/queries';
import type { TargetLine } from '../platform/bindings';
import styles from './ReportPage.module.css';

type Props = { targets: TargetLine[]; onOpen: (part: FigureRef & { title: string }) => void };

/** The policy's targets: what is asked, what was reached, said as word and shape; what was reached opens its list. */
export function Targets({ targets, onOpen }: Props) {
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
              <td>
                <Reached target={target} onOpen={onOpen} />
              </td>
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

function Reached({ target, onOpen }: { target: TargetLine } & Pick<Props, 'onOpen'>) {
  const { t } = useTranslation();
  const { id, title, reached } = target;
  if (id === null || !/[1-9]/.test(reached)) return reached;
  const open = () => onOpen({ figure: 'coverage', table: 'target', key: id, title: `${title} ${reached}` });
  return (
    <button type="button" className={styles.number} title={t('reports.openList')} data-testid="target-reached" onClick={open}>
      {reached}
    </button>
  );
}

function Met({ met }: { met: boolean | null }) {
  const { t } = useTranslation();
  if (met === null) return <span className={styles.mute}>– {t('reports.undecided')}</span>;
  return met ? <span className={styles.met}>✓ {t('reports.met')}</span> : <span className={styles.unmet}>● {t('reports.unmet')}</span>;
}
