import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { foreseeEditQueryOptions, foreseeMatterQueryOptions } from '../api/queries';
import { asWireError } from '../platform';
import type { MatterEdit, MatterForesight, MatterWish } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { useSettled } from '../shared/useSettled';
import styles from './Foreseen.module.css';

const REST_MS = 120;

/** What a new matter would cause, asked again a moment after each change. */
export function useForeseen(wish: MatterWish | null) {
  // Compared as text: the form makes a new object with every key.
  const settled = useSettled(wish === null ? '' : JSON.stringify(wish), REST_MS);
  return useQuery({
    ...foreseeMatterQueryOptions(JSON.parse(settled || '{}') as MatterWish),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
}

/** What a change of a matter would cause. */
export function useForeseenEdit(edit: MatterEdit | null) {
  const settled = useSettled(edit === null ? '' : JSON.stringify(edit), REST_MS);
  return useQuery({
    ...foreseeEditQueryOptions(JSON.parse(settled || '{}') as MatterEdit),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
}

type Props = { foresight: MatterForesight | undefined; error: unknown; isShort?: boolean };

/** What would follow, before it is saved: now, and when a further milestone is reached. */
export function Foreseen({ foresight, error, isShort }: Props) {
  const { t } = useTranslation();
  if (error) return <Failed error={asWireError(error)} />;
  if (!foresight) return null;
  const now = foresight.lines.filter((line) => line.sort !== 'later');
  const later = foresight.lines.filter((line) => line.sort === 'later');
  return (
    <div className={styles.foreseen} role="status" data-testid="matter-foresight">
      {foresight.warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          ▲ {warning}
        </p>
      ))}
      {(now.length > 0 || isShort) && <h3>{t('matters.afterSaving')}</h3>}
      {isShort && now.length === 0 && <p className={styles.none}>{t('matters.nothingFollows')}</p>}
      {now.map((line) => (
        <p key={`${line.text}/${line.because}`} data-sort={line.sort}>
          {t(`matters.sort.${line.sort as 'new'}`)} {line.text}
          {line.because && <small>{line.because}</small>}
        </p>
      ))}
      {later.length > 0 && <h3>{t('matters.later')}</h3>}
      {later.map((line) => (
        <p key={line.text} data-sort={line.sort}>
          {line.text}
        </p>
      ))}
      {!isShort && foresight.lines.length === 0 && <p className={styles.none}>{t('matters.nothingFollows')}</p>}
    </div>
  );
}
