import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowProblem } from '../platform/bindings';
import { WindowedList } from '../shared/WindowedList';
import styles from './ImportPage.module.css';

const ROW_HEIGHT = 54;
const MOST_SHOWN = 5;

/** Rows that do not go in and cells that are doubtful: where, what was found, what to do. */
export function ProblemTable({ rejected, warnings }: { rejected: RowProblem[]; warnings: RowProblem[] }) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState(0);
  const all = [...rejected, ...warnings];
  if (all.length === 0) return <p className={styles.fine}>✓ {t('imports.noProblems')}</p>;
  return (
    <div>
      <h3>{t('imports.problems')}</h3>
      <div className={styles.problems} style={{ height: ROW_HEIGHT * Math.min(all.length, MOST_SHOWN) + 2 }}>
        <WindowedList
          label={t('imports.problems')}
          testId="import-problems"
          total={all.length}
          rowAt={(at) => all[at]}
          rowHeight={ROW_HEIGHT}
          selected={selected}
          onSelect={setSelected}
          onRange={ignoreRange}
          attributes={(row) => ({ id: `problem-${row.sheet}-${row.row}-${row.column}`, testId: 'import-problem-row' })}
          render={(row, index) => <ProblemRowLine row={row} isRejected={index < rejected.length} />}
        />
      </div>
    </div>
  );
}

function ProblemRowLine({ row, isRejected }: { row: RowProblem; isRejected: boolean }) {
  const { t } = useTranslation();
  const found = [row.column, row.found && t('imports.found', { found: row.found })].filter(Boolean).join(' · ');
  return (
    <div className={styles.problemLine}>
      <span data-look={isRejected ? 'late' : 'warn'}>{isRejected ? `● ${t('imports.rejected')}` : `▲ ${t('imports.warnings')}`}</span>
      <span>
        {t('imports.problemPlace', { sheet: row.sheet, row: row.row })}
        <small title={found}>{found}</small>
      </span>
      <span title={row.text}>{row.text}</span>
    </div>
  );
}

/** Every row is here already: nothing to ask for. */
function ignoreRange(): void {}
