import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { worklistWhoseQueryOptions } from '../api/queries';
import type { WorklistQuery } from '../platform/bindings';
import { useWorklistState, WHOSE } from '../worklist/state';
import styles from './desklist.module.css';

/** Whose tasks are listed, each with how many there are under what is listed now. */
export function WhoseFilter({ query }: { query: WorklistQuery }) {
  const { t } = useTranslation();
  const { whose, show } = useWorklistState();
  // The counts come after the list: they must not make it wait.
  const { data: counts } = useQuery({ ...worklistWhoseQueryOptions({ ...query, whose: 'all' }), placeholderData: keepPreviousData });
  return (
    <div className={styles.whose} role="group" aria-label={t('worklist.whose')}>
      {WHOSE.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === whose}
          title={t(`desklist.whoseTitle.${name}`)}
          data-testid={`whose-${name}`}
          onClick={() => show({ whose: name })}
        >
          {t(`desklist.whose.${name}`)} <b>{counts?.[name]}</b>
        </button>
      ))}
    </div>
  );
}
