import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '../platform/bindings';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import styles from './Lock.module.css';

type Props = { name: string; okText: string; isBusy: boolean; error: WireError | null; onPin: (pin: string) => void };

/** Asks one person for the PIN: digits, then Enter. */
export function PinEntry({ name, okText, isBusy, error, onPin }: Props) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState<WireError | null>(null);
  const [left, setLeft] = useState(0);
  const hint = useId();
  // A new refusal empties the field and begins its wait.
  if (seen !== error) {
    setSeen(error);
    setPin('');
    setLeft(Number((error?.params as { seconds?: number } | null)?.seconds ?? 0));
  }
  useEffect(() => input.current?.focus(), [error]);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const submit = () => {
    if (pin !== '' && !isBusy && left === 0) onPin(pin);
  };
  return (
    <div className={styles.entry} data-question="pin">
      <label className={styles.pinOf}>
        <span>{t('lock.pinOf', { name })}</span>
        <input
          ref={input}
          className={`${fields.input} ${styles.pin}`}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          aria-describedby={hint}
          placeholder="······"
          data-testid="pin"
          value={pin}
          onChange={(event) => setPin(event.target.value.replaceAll(/\D/g, ''))}
          onKeyDown={(event) => {
            if (!isIme(event) && event.key === 'Enter') submit();
          }}
        />
      </label>
      <Button size="middle" type="primary" loading={isBusy} disabled={pin === '' || left > 0} onClick={submit} data-testid="pin-ok">
        {okText}
      </Button>
      <p id={hint} className={error ? styles.wrong : styles.mute} role={error ? 'alert' : undefined} data-testid="pin-hint">
        {left > 0 ? t('lock.wait', { seconds: left }) : (error?.detail ?? t('lock.pin'))}
      </p>
    </div>
  );
}
