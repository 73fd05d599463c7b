import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../worklist/CallSheet.module.css';

const KEY = 'huifang.script';

/** What to say, open for who is new; whoever folds it up finds it folded at the next call. */
export function ScriptFold({ text }: { text: string }) {
  const { t } = useTranslation();
  const [isOpen] = useState(() => localStorage.getItem(KEY) !== 'folded');
  return (
    <details
      className={styles.fold}
      open={isOpen}
      data-testid="script"
      onToggle={(event) => localStorage.setItem(KEY, event.currentTarget.open ? 'open' : 'folded')}
    >
      <summary>{t('sheet.script')}</summary>
      <p data-selectable>{text}</p>
    </details>
  );
}
