import { useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DrawnRow, DrawSheet } from '../platform/bindings';
import styles from './DrawPaper.module.css';

const COLUMNS = ['rank', 'state', 'name', 'place', 'matter', 'stratum', 'reason', 'key'] as const;
const CELLS: Record<Exclude<(typeof COLUMNS)[number], 'state'>, (drawn: DrawnRow) => string> = {
  rank: (drawn) => String(drawn.rank),
  name: (drawn) => drawn.name,
  place: (drawn) => drawn.place,
  matter: (drawn) => drawn.matter,
  stratum: (drawn) => drawn.stratum,
  reason: (drawn) => drawn.replaced,
  key: (drawn) => drawn.key,
};

/** The sheet of a draw on paper: it is there only while it is printed. */
export function DrawPaper({ sheet, onPrinted }: { sheet: DrawSheet; onPrinted: () => void }) {
  const { t } = useTranslation();
  const printed = useEffectEvent(onPrinted);
  useEffect(() => {
    const done = () => printed();
    window.addEventListener('afterprint', done);
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, []);
  const { row, about } = sheet;
  const facts: [string, string][] = [
    [t('work.policy'), about.clauses.map((clause) => `${clause.id} ${clause.policy}`).join(t('common.comma'))],
    [t('work.rule'), about.words],
    [t('work.period'), about.period],
    [t('work.stretch'), about.stretch],
    [t('work.population'), `${t('work.units', { count: row.population })} ${t('work.hash', { hash: row.hash })}`],
    [t('work.seed'), `${row.seed} ${t(row.agreed ? 'work.seedAgreed' : 'work.seedOfSystem')}`],
    [t('work.taken'), t('work.drawnOf', { population: row.population, taken: row.taken, replaced: row.replaced })],
    [t('work.drawnOn'), [row.on, row.by].filter(Boolean).join(' ')],
    [t('work.method'), sheet.method],
  ];
  // A column in which nothing stands takes no room.
  const columns = COLUMNS.filter((column) => column === 'state' || sheet.ranking.some((drawn) => CELLS[column](drawn) !== ''));
  const marks: Record<string, string> = { taken: t('work.markTaken'), replaced: t('work.markReplaced') };
  return createPortal(
    <div className={styles.paper} data-print data-testid="draw-paper">
      <h1>{t('work.paperTitle', { title: about.title })}</h1>
      <p className={styles.office}>{sheet.office}</p>
      {row.voided && <p className={styles.voided}>{t('work.voidedBy', { on: row.voided.on, reason: row.voided.reason, approver: row.voided.approver })}</p>}
      <table className={styles.facts}>
        <tbody>
          {facts.filter(([, value]) => value !== '').map(([label, value]) => (
            <tr key={label}>
              <th>{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.ranking}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{t(`work.column.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.ranking.map((drawn) => (
            <tr key={drawn.rank}>
              {columns.map((column) => (
                <td key={column} data-column={column}>
                  {column === 'state' ? marks[drawn.state] : CELLS[column](drawn)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.signatures}>
        {sheet.signatures.map((who) => (
          <span key={who}>{t('work.sign', { who })}</span>
        ))}
      </div>
    </div>,
    document.body,
  );
}
