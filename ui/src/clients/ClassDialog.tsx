import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import type { ClientBrief } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion } from '../shared/questions';

/** Puts a client into a class, or takes him out of it. */
export function ClassDialog({ client, onClose }: { client: ClientBrief; onClose: () => void }) {
  const { t } = useTranslation();
  const setClass = useWrite('set_class', { failureShownHere: true });
  const [name, setName] = useState('');
  const [member, setMember] = useState(true);
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const missing = name.trim() === '';
  const confirm = () => {
    setTried(true);
    if (missing) focusNamedQuestion(form.current, 'name');
    if (missing || setClass.isPending) return;
    setClass.mutate(
      { client: client.id, class: name.trim(), member },
      {
        onSuccess: (changed) => {
          onClose();
          showDone(changed.line);
        },
      },
    );
  };
  return (
    <Modal
      open
      title={`${t('clients.setClass')} · ${client.name}`}
      okText={t('common.confirm')}
      cancelText={t('common.cancel')}
      onOk={confirm}
      onCancel={onClose}
      okButtonProps={{ loading: setClass.isPending, id: 'class-ok' }}
      width={400}
    >
      <div ref={form} style={{ display: 'grid', gap: 14, justifyItems: 'start' }}>
        <ChoiceGroup
          quiet
          label={t('clients.setClass')}
          testId="class-member"
          choices={[
            { value: 'in', label: t('clients.classIn') },
            { value: 'out', label: t('clients.classOut') },
          ]}
          value={member ? 'in' : 'out'}
          onChange={(value) => setMember(value === 'in')}
        />
        <Field label={t('clients.className')} question="name" required error={isTried && missing ? t('clients.classNeeded') : undefined}>
          <input
            className={fields.input}
            style={{ width: 352 }}
            list="client-classes"
            aria-label={t('clients.className')}
            data-testid="class-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (!isIme(event) && event.key === 'Enter') confirm();
            }}
          />
          <datalist id="client-classes">
            {client.tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </Field>
        {setClass.error && <Failed error={setClass.error} />}
      </div>
    </Modal>
  );
}
