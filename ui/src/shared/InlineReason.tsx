import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import fields from './fields.module.css';
import { isIme } from './ime';
import styles from './InlineReason.module.css';

type Props = { label: string; okText: string; isBusy: boolean; canConfirm?: boolean; testId: string; onConfirm: (reason: string) => void; onCancel: () => void };

/** Asks for a reason in its place, without a dialog over the dialog. */
export function InlineReason({ label, okText, isBusy, canConfirm = true, testId, onConfirm, onCancel }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const isReady = canConfirm && reason.trim() !== '';
  const confirm = () => {
    if (isReady && !isBusy) onConfirm(reason.trim());
  };
  return (
    <div
      className={styles.line}
      data-testid={testId}
      onKeyDown={(event) => {
        if (isIme(event)) return;
        if (event.key === 'Enter' && event.target === input.current) confirm();
        else if (event.key === 'Escape') onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <input ref={input} className={fields.input} aria-label={label} placeholder={label} data-testid={`${testId}-reason`} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="primary" size="small" loading={isBusy} disabled={!isReady} onClick={confirm} data-testid={`${testId}-ok`}>
        {okText}
      </Button>
      <Button size="small" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </div>
  );
}
