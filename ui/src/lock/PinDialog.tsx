import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { useDesk } from '../desk/desk';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion } from '../shared/questions';
import styles from './Lock.module.css';

const FORM = /^\d{4,6}$/;

/** Sets the PIN of whoever works, changes it, or takes it away. */
export function PinDialog({ hasPin, onClose }: { hasPin: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const set = useWrite('set_pin', { failureShownHere: true });
  const [typed, setTyped] = useState({ old: '', new: '', again: '' });
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const wrong = FORM.test(typed.new) ? (typed.new === typed.again ? null : 'again') : 'new';
  const write = (pin: string | null) =>
    set.mutate({ old: hasPin ? typed.old : null, new: pin }, { onSuccess: ({ line }) => (onClose(), showDone(line)) });
  const confirm = () => {
    setTried(true);
    if (wrong) focusNamedQuestion(form.current, wrong);
    else if (!set.isPending) write(typed.new);
  };
  const asked = (['old', 'new', 'again'] as const).filter((name) => name !== 'old' || hasPin);
  return (
    <Modal
      open
      width={420}
      title={`${t('pin.title')} · ${me?.name ?? ''}`}
      okText={hasPin ? t('pin.change') : t('pin.set')}
      cancelText={t('common.cancel')}
      onOk={confirm}
      onCancel={onClose}
      okButtonProps={{ loading: set.isPending, id: 'pin-set' }}
    >
      <div ref={form} className={styles.form}>
        {asked.map((name) => (
          <Field
            key={name}
            label={t(`pin.${name}`)}
            question={name}
            error={isTried && wrong === name ? t(name === 'again' ? 'pin.differ' : 'pin.form') : undefined}
          >
            <input
              className={fields.input}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              aria-label={t(`pin.${name}`)}
              data-testid={`pin-${name}`}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value.replaceAll(/\D/g, '') })}
              onKeyDown={(event) => {
                if (isIme(event) || event.key !== 'Enter') return;
                event.preventDefault();
                const next = asked[asked.indexOf(name) + 1];
                if (next) focusNamedQuestion(form.current, next);
                else confirm();
              }}
            />
          </Field>
        ))}
        {hasPin && (
          <Button disabled={typed.old === ''} onClick={() => write(null)} data-testid="pin-drop">
            {t('pin.drop')}
          </Button>
        )}
        {set.error && <Failed error={set.error} />}
      </div>
    </Modal>
  );
}
