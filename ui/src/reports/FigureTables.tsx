import { useTranslation } from 'react-i18next';
import type { FigureTable } from '../platform/bindings';
import styles from './ReportPage.module.css';

const IS_NUMBER = /^[—–-]$|^-?[\d,.]+%?$/;

/** The tables of the report; numbers stand to the right. */
export function FigureTables({ tables }: { tables: FigureTable[] }) {
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
                        {cell}
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
