import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maskPhone, spacePhone } from './mask';
import styles from './bits.module.css';

type Props = {
  phone: string;
  /** Shown from outside, by a key; otherwise by the button alone. */
  open?: boolean;
  onToggle?: () => void;
  keyName?: string;
};

/** A telephone number: masked, because the screen faces the public; a press shows it. */
export function Phone({ phone, open, onToggle, keyName }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const isShown = open ?? shown;
  return (
    <span className={styles.phone} data-testid="phone">
      <span className={styles.digits}>{isShown ? spacePhone(phone) : maskPhone(phone)}</span>
      <button
        type="button"
        className={styles.reveal}
        data-testid="phone-reveal"
        onClick={onToggle ?? (() => setShown(!shown))}
      >
        {isShown ? t('common.hide') : t('common.show')}
        {keyName && <span className={styles.keyName}>{keyName}</span>}
      </button>
    </span>
  );
}
