import { useTranslation } from 'react-i18next';
import { Kbd } from '../shared/Kbd';
import styles from './AboutPage.module.css';
import { KEY_GROUPS, KEYS } from './keys';

/** The keys, group by group. */
export function KeyList() {
  const { t } = useTranslation();
  return (
    <>
      {KEY_GROUPS.map((group) => (
        <section key={group} aria-label={t(`keys.${group}`)}>
          <h3 className={styles.group}>{t(`keys.${group}`)}</h3>
          <dl className={styles.keys}>
            {KEYS[group].map(([keys, name]) => (
              <div key={name}>
                <dt>
                  <Kbd>{keys}</Kbd>
                </dt>
                <dd>{t(`keys.name.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
