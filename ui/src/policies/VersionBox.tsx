import { useTranslation } from 'react-i18next';
import type { PackText } from '../platform/bindings';
import styles from './ChangePanel.module.css';

/** What was in force from when to when, the last first. */
export function VersionBox({ page }: { page: PackText }) {
  const { t } = useTranslation();
  // A version that another took the place of on its own first day was never in force.
  const versions = page.versions.filter((version) => version.until === null || version.until > version.from).reverse();
  if (versions.length === 0) return null;
  return (
    <section className={styles.section} data-testid="versions">
      <h3>{t('policies.versions')}</h3>
      <ol className={styles.history}>
        {versions.map((version) => (
          <li key={version.from}>
            <time>{version.until === null ? t('policies.versionOpen', { from: version.from }) : t('policies.versionEnded', { from: version.from, until: version.until })}</time>
            <small>{version.values.length === 0 ? t('policies.versionDefaults') : version.values.map(({ label, value }) => `${label}: ${value}`).join(' · ')}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
