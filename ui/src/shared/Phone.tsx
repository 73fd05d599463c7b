import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maskId, maskNumbersIn, maskPhone, spacePhone } from './mask';
import styles from './bits.module.css';
import { useReveal } from './reveal';

type Props = {
  phone: string;
  /** Shown from outside, by a key; otherwise by the button alone. */
  open?: boolean;
  onToggle?: () => void;
  keyName?: string;
};

/** A telephone number: masked, because the screen faces the public; a press shows it, and is noted. */
export function Phone({ phone, ...rest }: Props) {
  return <Hidden masked={maskPhone(phone)} plain={spacePhone(phone)} testId="phone" {...rest} />;
}

/** An identity number, masked like a telephone number. */
export function IdNumber({ id }: { id: string }) {
  return <Hidden masked={maskId(id)} plain={id} testId="id-number" />;
}

/** What somebody wrote: numbers in it are masked like the client's own. */
export function Written({ text }: { text: string }) {
  const masked = maskNumbersIn(text);
  return masked === text ? text : <Hidden masked={masked} plain={text} testId="written" isText />;
}

function Hidden({ masked, plain, testId, open, onToggle, keyName, isText }: Omit<Props, 'phone'> & { masked: string; plain: string; testId: string; isText?: boolean }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const reveal = useReveal();
  const isShown = open ?? shown;
  const toggle = onToggle ?? (() => (shown ? setShown(false) : reveal(() => setShown(true))));
  return (
    <span className={isText ? undefined : styles.phone} data-testid={testId}>
      <span className={isText ? undefined : styles.digits}>{isShown ? plain : masked}</span>
      <button type="button" className={styles.reveal} data-testid={`${testId}-reveal`} onClick={toggle}>
        {isShown ? t('common.hide') : t('common.show')}
        {keyName && <span className={styles.keyName}>{keyName}</span>}
      </button>
    </span>
  );
}
