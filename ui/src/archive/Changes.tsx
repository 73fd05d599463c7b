import { useTranslation } from 'react-i18next';
import type { ClientChange, LabelValue } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { looksLikePhone, maskNumbersIn, maskPhone } from '../shared/mask';
import styles from './archive.module.css';

/** 修改记录: who changed what, when, from what to what. Numbers stay masked: the screen faces the public. */
export function Changes({ changes, places }: { changes: ClientChange[]; places: LabelValue[] }) {
  const { t } = useTranslation();
  const shown = (text: string) => (looksLikePhone(text) ? maskPhone(text) : maskNumbersIn(text));
  return (
    <>
      {places.length > 0 && (
        <p>
          {t('archive.places')} {places.map((place) => `${place.label} ${place.value}`).join(' · ')}
        </p>
      )}
      {changes.length === 0 ? (
        <Empty text={t('archive.noChanges')} />
      ) : (
        <table className={styles.changes} data-testid="changes">
          <thead>
            <tr>
              <th>{t('archive.column.at')}</th>
              <th>{t('archive.column.by')}</th>
              <th>{t('archive.column.what')}</th>
              <th>{t('archive.column.field')}</th>
              <th>{t('archive.column.change')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change, index) => (
              <tr key={`${change.at}/${index}`}>
                <td>{change.at}</td>
                <td>{change.by}</td>
                <td>{change.what}</td>
                <td>{change.label}</td>
                <td>
                  {change.from && <del>{shown(change.from)}</del>} {change.to ? `→ ${shown(change.to)}` : change.from && `→ ${t('archive.nothing')}`}
                  {change.reason && ` (${maskNumbersIn(change.reason)})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
