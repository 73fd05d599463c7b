import { useTranslation } from 'react-i18next';
import type { Figure } from '../platform/bindings';
import styles from './ReportPage.module.css';

/** The headline figures: each with what it is made of and what it counts, and a way to its list. */
export function FigureCards({ figures, onOpen }: { figures: Figure[]; onOpen: (figure: Figure) => void }) {
  const { t } = useTranslation();
  const rates = figures.filter((figure) => figure.denominator !== null);
  const counts = figures.filter((figure) => figure.denominator === null);
  return (
    <div>
      <div className={styles.rates}>
        {rates.map((figure) => (
          <button key={figure.id} type="button" className={styles.rate} data-testid={`figure-${figure.id}`} title={t('reports.openList')} onClick={() => onOpen(figure)}>
            <span>{figure.label}</span>
            <b>{figure.text}</b>
            <em>{t('reports.ofAll', { numerator: figure.numerator, denominator: figure.denominator ?? 0 })}</em>
            <small>{figure.definition}</small>
          </button>
        ))}
      </div>
      <div className={styles.counts}>
        {counts.map((figure) => (
          <button key={figure.id} type="button" className={styles.count} data-testid={`figure-${figure.id}`} title={figure.definition} onClick={() => onOpen(figure)}>
            <span>{figure.label}</span>
            <b>{figure.text}</b>
          </button>
        ))}
      </div>
    </div>
  );
}
