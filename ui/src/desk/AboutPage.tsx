import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { appInfoQueryOptions } from '../api/queries';
import { asWireError } from '../platform';
import { Failed } from '../shared/Failed';
import styles from './AboutPage.module.css';
import { useDesk } from './desk';
import { KeyList } from './KeyList';

/** 关于: what this is, its keys, what it is built from. */
export function AboutPage() {
  const { t } = useTranslation();
  const { office } = useDesk();
  const { data, error, refetch } = useQuery(appInfoQueryOptions());
  return (
    <div className={styles.view}>
      <section className={styles.sheet}>
        <h1>{t('app.name')}</h1>
        {error && <Failed error={asWireError(error)} onRetry={() => void refetch()} />}
        {data && <p className={styles.version}>{t('about.version', { version: data.version })}</p>}
        <p>{t('about.what')}</p>
        <p className={styles.folder}>
          {t('about.folder')} <span data-selectable>{office.dir}</span>
        </p>
        <h2>{t('about.keys')}</h2>
        <KeyList />
        <h2>{t('about.licences')}</h2>
        <pre className={styles.licences} tabIndex={0} data-testid="licences">
          {data?.licences}
        </pre>
      </section>
    </div>
  );
}
