import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from './Failed';
import { isIme, isTextField } from './ime';
import { undoShown, useNotices } from './notices';
import styles from './NoticeBar.module.css';

/** The bar at the bottom: what was done, with 撤销 for ten seconds (Ctrl+Z), or what failed. */
export function NoticeBar() {
  const { t } = useTranslation();
  const { current, dismiss } = useNotices();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isIme(event) || !event.ctrlKey || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      if (isTextField(event.target) && event.target.value !== '') return;
      if (undoShown()) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (!current) return null;
  return (
    <div className={styles.bar} role="status" data-testid="notice-bar">
      {current.kind === 'done' ? (
        <div className={styles.done}>
          <span className={styles.tick} aria-hidden="true">
            ✓
          </span>
          <span data-testid="notice-text">{current.text}</span>
          {current.undo && (
            <button type="button" className={styles.undo} data-testid="undo" onClick={() => undoShown()}>
              {t('common.undo')} <span className={styles.key}>Ctrl Z</span>
            </button>
          )}
        </div>
      ) : (
        <div className={styles.error}>
          <Failed error={current.error} />
          <Button size="small" data-testid="notice-close" onClick={() => dismiss(current.id)}>
            {t('common.close')}
          </Button>
        </div>
      )}
    </div>
  );
}
