import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '../platform/bindings';
import { Failed } from './Failed';
import { Field } from './Field';
import fields from './fields.module.css';
import { isIme } from './ime';
import { useDialogForm } from './overlays';
import { focusNamedQuestion } from './questions';

type Props = {
  title: string;
  about: string;
  okText: string;
  isBusy: boolean;
  error: WireError | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  children?: ReactNode;
};

/** Asks for the reason of what cannot go unexplained. */
export function ReasonDialog({ title, about, okText, isBusy, error, onConfirm, onClose, children }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const missing = reason.trim() === '';
  const confirm = () => {
    setTried(true);
    if (missing) focusNamedQuestion(form.current, 'reason');
    else if (!isBusy) onConfirm(reason.trim());
  };
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('common.cancel')}
      onOk={confirm}
      onCancel={onClose}
      okButtonProps={{ loading: isBusy, id: 'reason-ok' }}
      width={440}
    >
      <div
        ref={form}
        style={{ display: 'grid', gap: 14 }}
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p style={{ margin: 0 }}>{about}</p>
        {children}
        <Field label={t('common.reason')} question="reason" required error={isTried && missing ? t('common.reasonNeeded') : undefined}>
          <textarea
            className={fields.input}
            rows={2}
            aria-label={t('common.reason')}
            data-testid="reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {error && <Failed error={error} />}
      </div>
    </Modal>
  );
}
