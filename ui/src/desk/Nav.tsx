import { useTranslation } from 'react-i18next';
import { openHelp } from '../help/openHelp';
import { useLock } from '../lock/useLock';
import { useDesk } from './desk';
import { useDialogs } from './dialogs';
import styles from './Nav.module.css';
import { PAGES, type PageName, useRoute } from './route';

/** The menu on the left, with how much stands behind the first entries. */
export function Nav({ counts }: { counts: Partial<Record<PageName, number>> }) {
  const { t } = useTranslation();
  const { route, go } = useRoute();
  const { office } = useDesk();
  const lock = useLock();
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      {PAGES.map((page, index) => (
        <button
          key={page}
          type="button"
          className={page === route.page ? `${styles.item} ${styles.on}` : styles.item}
          aria-current={page === route.page ? 'page' : undefined}
          title={index < 9 ? t('nav.key', { digit: index + 1 }) : undefined}
          data-testid={TEST_IDS[page]}
          data-last={page === 'messages' || undefined}
          onClick={() => go({ page })}
        >
          {t(`nav.${page}`)}
          {counts[page] !== undefined && <span className={styles.count}>{counts[page]}</span>}
        </button>
      ))}
      <div className={styles.foot}>
        {office.sample && <span className={styles.sample}>{t('nav.sample')}</span>}
        <div className={styles.office} title={office.dir}>
          {office.name}
        </div>
        <button type="button" className={styles.small} title="Ctrl+," data-testid="settings-open" onClick={() => useDialogs.getState().show({ kind: 'settings' })}>
          {t('settings.title')}
        </button>
        <button type="button" className={styles.small} title="F1" data-testid="keys-open" onClick={() => useDialogs.getState().show({ kind: 'keys' })}>
          {t('keys.title')}
        </button>
        <button type="button" className={styles.small} aria-current={route.page === 'help' ? 'page' : undefined} data-testid="help-open" onClick={openHelp}>
          {t('help.title')}
        </button>
        <button type="button" className={styles.small} title="Ctrl+L" data-testid="lock-now" onClick={() => lock.mutate()}>
          {t('lock.lock')}
        </button>
      </div>
    </nav>
  );
}

const TEST_IDS: Record<PageName, string> = {
  worklist: 'nav-worklist',
  clients: 'nav-clients',
  matters: 'nav-matters',
  problems: 'nav-problems',
  rounds: 'nav-rounds',
  messages: 'nav-messages',
  import: 'nav-import',
  report: 'nav-report',
  policy: 'nav-policy',
  about: 'nav-about',
};
