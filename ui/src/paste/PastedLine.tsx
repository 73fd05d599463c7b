import { useTranslation } from 'react-i18next';
import type { PastedRow } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { maskPhone } from '../shared/mask';
import styles from './PasteStrip.module.css';
import { usePaste } from './state';

const MARK: Record<string, string> = { created: '✚', updated: '⇄', unchanged: '=', rejected: '✕', skipped: '–' };

/** A pasted row: its cells with what is doubtful about them, and beside it the client whom it means or looks like. */
export function PastedLine({ row, shift }: { row: PastedRow; shift: number }) {
  const { t } = useTranslation();
  const { choices, choose } = usePaste();
  const chosen = choices.find((choice) => choice.row === row.row);
  const twin = row.existing ?? null;
  const becomes = chosen?.choice ?? (row.outcome === 'created' || row.outcome === 'rejected' ? 'new' : 'merge');
  const twinId = chosen?.client ?? twin?.id ?? null;
  return (
    <>
      <tr className={styles[row.outcome]} data-testid="paste-row" data-outcome={row.outcome}>
        <td className={styles.number}>{row.row - shift}</td>
        <td>
          <span className={styles.outcome}>
            {MARK[row.outcome]} {t(`paste.outcome.${row.outcome}` as 'paste.outcome.created')}
          </span>
          {row.reason && <small className={styles.reason}>{row.reason}</small>}
        </td>
        {row.cells.map((cell, at) => (
          <td key={at} className={cell.doubt === null ? undefined : styles.doubt} data-testid={cell.doubt === null ? undefined : 'paste-doubt'}>
            {cell.text}
            {cell.doubt !== null && <small>▲ {cell.doubt}</small>}
          </td>
        ))}
      </tr>
      {(twin || chosen) && (
        <tr className={styles.twin} data-testid="paste-twin">
          <td />
          <td colSpan={row.cells.length + 1}>
            {twin && (
              <span>
                {t(row.alike === 'phone' ? 'paste.samePhone' : row.alike === 'name' ? 'paste.sameName' : 'paste.same')} <b>{twin.name}</b>{' '}
                {[twin.place, twin.no, twin.phone && maskPhone(twin.phone)].filter(Boolean).join(' · ')}
              </span>
            )}
            <ChoiceGroup
              label={t('paste.choice')}
              testId={`paste-choice-${row.row}`}
              value={becomes}
              choices={(['new', 'merge', 'skip'] as const).filter((choice) => choice !== 'merge' || twinId !== null).map((choice) => ({ value: choice, label: t(`paste.choose.${choice}`) }))}
              onChange={(choice) => choose({ row: row.row, choice, client: choice === 'merge' ? twinId : null })}
            />
          </td>
        </tr>
      )}
    </>
  );
}
