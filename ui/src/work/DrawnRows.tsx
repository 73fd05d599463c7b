import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { codeText } from '../i18n/codes';
import type { DrawnRow, DrawSheet } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { InlineReason } from '../shared/InlineReason';
import { showDone } from '../shared/notices';
import styles from './Draw.module.css';

/** Who was drawn, and who was replaced. */
export function DrawnRows({ sheet }: { sheet: DrawSheet }) {
  const { t } = useTranslation();
  const [replacing, setReplacing] = useState<number | null>(null);
  const replace = useWrite('replace_drawn', { failureShownHere: true });
  const { draw, voided } = sheet.row;
  const confirm = (rank: number, reason: string) =>
    replace.mutate(
      { draw, rank, reason },
      {
        onSuccess: (changed) => {
          setReplacing(null);
          showDone(changed.line);
        },
      },
    );
  return (
    <>
      <div className={styles.rows} role="region" tabIndex={0} aria-label={t('work.drawn')}>
        {sheet.ranking.map((row) => (
          <div key={row.rank} className={row.state === 'taken' ? styles.row : `${styles.row} ${styles.gone}`} data-testid="drawn-row" data-state={row.state}>
            <span className={styles.rank}>{row.rank}</span>
            {replacing === row.rank ? (
              <span data-wide>
                <InlineReason
                  label={t('work.whyReplace', { name: row.name })}
                  okText={t('work.replace')}
                  isBusy={replace.isPending}
                  testId="replace"
                  onConfirm={(reason) => confirm(row.rank, reason)}
                  onCancel={() => setReplacing(null)}
                />
              </span>
            ) : (
              <Cells row={row} canReplace={voided === null} onReplace={() => setReplacing(row.rank)} />
            )}
          </div>
        ))}
      </div>
      {replace.error && <Failed error={replace.error} />}
    </>
  );
}

/** Whose task still waits may be replaced. */
const WAITS = ['waiting', 'open', 'overdue', 'withdrawn', 'missed'];

function Cells({ row, canReplace, onReplace }: { row: DrawnRow; canReplace: boolean; onReplace: () => void }) {
  const { t } = useTranslation();
  const isOpen = row.task_state === null || WAITS.includes(row.task_state);
  return (
    <>
      <span className={styles.name} title={[row.name, row.place].join(' ')}>
        {row.name}
        <small>{row.place}</small>
      </span>
      <span title={row.replaced || row.matter}>{row.replaced || row.matter}</span>
      <span title={row.stratum}>{row.stratum}</span>
      <span>{row.state === 'replaced' ? t('work.replaced') : codeText('taskState', row.task_state ?? '')}</span>
      {row.state === 'taken' && canReplace && isOpen ? (
        <button type="button" className={styles.act} data-testid="drawn-replace" onClick={onReplace}>
          {t('work.replace')}
        </button>
      ) : (
        <span />
      )}
    </>
  );
}
