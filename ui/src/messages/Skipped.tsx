import { useTranslation } from 'react-i18next';
import { goToClient } from '../desk/route';
import { codeText } from '../i18n/codes';
import type { SkippedRow } from '../platform/bindings';
import styles from './Messages.module.css';

/** Who gets nothing, and why; a name leads to his page. */
export function Skipped({ rows, total }: { rows: SkippedRow[]; total: number }) {
  const { t } = useTranslation();
  if (total === 0) return null;
  const codes = [...new Set(rows.map((row) => row.code))];
  return (
    <details className={styles.skipped} data-testid="skipped">
      <summary>
        {t('messages.skipped', { count: total })}
        <small>{codes.map((code) => `${codeText('messageSkipped', code)} ${rows.filter((row) => row.code === code).length}`).join(' · ')}</small>
      </summary>
      <ul>
        {rows.map((row, index) => (
          <li key={`${row.client}/${index}`}>
            <button type="button" title={row.name} onClick={() => goToClient(row.client)}>
              {row.name}
            </button>
            <small>{row.place}</small>
            <span>{row.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
