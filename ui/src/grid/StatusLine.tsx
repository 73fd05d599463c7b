import { useTranslation } from 'react-i18next';
import type { Tally } from './tally';
import styles from './Grid.module.css';

type Props = { total: number; cells: number; rows: number; tally: Tally | null };

const shown = (value: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 });

/** 计数 / 合计 / 平均 of what is selected. */
export function StatusLine({ total, cells, rows, tally }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.status} role="status" data-testid="grid-status">
      <span>{t('grid.rows', { count: total })}</span>
      <i />
      {cells > 1 && <span data-testid="grid-selected">{t('grid.selected', { rows: shown(rows), cells: shown(cells) })}</span>}
      {tally ? (
        <>
          <span data-testid="grid-count">{t('grid.count', { value: shown(tally.count) })}</span>
          {tally.sum !== null && <span data-testid="grid-sum">{t('grid.sum', { value: shown(tally.sum) })}</span>}
          {tally.mean !== null && <span data-testid="grid-mean">{t('grid.mean', { value: shown(tally.mean) })}</span>}
        </>
      ) : (
        cells > 1 && <span>{t('grid.tooMany')}</span>
      )}
    </div>
  );
}
