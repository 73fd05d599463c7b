import { useTranslation } from 'react-i18next';
import type { FigureRef } from '../api/queries';
import type { FigureTable } from '../platform/bindings';
import styles from './ReportPage.module.css';

const IS_NUMBER = /^[—–-]$|^-?[\d,.]+%?$/;

type Props = { tables: FigureTable[]; onOpen: (part: FigureRef & { title: string }) => void };

/** The tables of the report; numbers stand to the right, and each opens the list behind it. */
export function FigureTables({ tables, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.tables}>
      {tables.map((table) => (
        <section key={table.id} className={styles.card}>
          <h2>{table.title}</h2>
          <div className={styles.scroll}>
            <table className={styles.table} data-testid={`table-${table.id}`}>
              <thead>
                <tr>
                  {table.columns.map((column, index) => (
                    <th key={column} className={index > 0 && isNumeric(table, index) ? styles.right : undefined}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((cells, row) => (
                  <tr key={row}>
                    {cells.map((cell, index) => (
                      <td key={index} className={index > 0 && IS_NUMBER.test(cell) ? styles.right : undefined}>
                        <Cell
                          cell={cell}
                          part={partOf(table, row, index)}
                          onOpen={(part) => onOpen({ ...part, title: `${cells[0]} · ${table.columns[index]} ${cell}` })}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {table.rows.length === 0 && <p className={styles.mute}>{t('reports.noRows')}</p>}
        </section>
      ))}
    </div>
  );
}

function isNumeric(table: FigureTable, column: number): boolean {
  return table.rows.length > 0 && table.rows.every((cells) => IS_NUMBER.test(cells[column] ?? ''));
}

/** What a number of the table counts; null: it opens no list. */
function partOf(table: FigureTable, row: number, column: number): FigureRef | null {
  const figure = table.figures[column];
  const key = table.keys[row];
  return figure && key !== undefined ? { figure, table: table.id, key } : null;
}

function Cell({ cell, part, onOpen }: { cell: string; part: FigureRef | null; onOpen: (part: FigureRef) => void }) {
  const { t } = useTranslation();
  // Of nothing there is no list.
  if (part === null || !/[1-9]/.test(cell)) return cell;
  return (
    <button type="button" className={styles.number} title={t('reports.openList')} data-testid="figure-cell" onClick={() => onOpen(part)}>
      {cell}
    </button>
  );
}
