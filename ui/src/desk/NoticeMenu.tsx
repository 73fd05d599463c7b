import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../platform/bindings';
import styles from './Header.module.css';

/** Things that the manager should know; nothing where there are none. */
export function NoticeMenu({ notices }: { notices: Notice[] }) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  const list = (
    <div className={styles.notices} data-testid="notices">
      {notices.map((notice) => (
        <p key={notice.code}>{notice.text}</p>
      ))}
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight">
      <button type="button" className={styles.notice} data-testid="notices-open">
        ▲ {t('header.notices', { count: notices.length })}
      </button>
    </Popover>
  );
}
