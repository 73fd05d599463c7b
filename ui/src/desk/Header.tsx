import { useTranslation } from 'react-i18next';
import { Palette } from '../search/Palette';
import { useDesk } from './desk';
import styles from './Header.module.css';
import { NoticeMenu } from './NoticeMenu';
import { StaffMenu } from './StaffMenu';

/** The top of the window: the search, the day, who works. */
export function Header() {
  const { t } = useTranslation();
  const { office } = useDesk();
  return (
    <header className={styles.header}>
      <span className={styles.name}>{t('app.name')}</span>
      <Palette />
      <span className={styles.day} data-testid="today-line" title={office.today_line}>
        {office.today_line}
      </span>
      {office.hours && (
        <span className={styles.hours} data-testid="hours-line">
          {t('calls.hours', { hours: office.hours })}
        </span>
      )}
      <NoticeMenu notices={office.notices} />
      <StaffMenu />
    </header>
  );
}
