import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import type { PackBrief } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';

type Props = { brief: PackBrief; onClose: () => void; onWritten: (id: string) => void };

/** Copies a pack under another name, to be changed. */
export function CopyDialog({ brief, onClose, onWritten }: Props) {
  const { t } = useTranslation();
  const copy = useWrite('copy_pack', { failureShownHere: true });
  const [id, setId] = useState<string>(t('policies.copyId', { id: brief.id }));
  const [title, setTitle] = useState<string>(t('policies.copyTitle', { title: brief.title }));
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const missing = (text: string) => (isTried && text.trim() === '' ? t('policies.needed') : undefined);
  const confirm = () => {
    setTried(true);
    if (id.trim() === '' || title.trim() === '' || copy.isPending) return;
    copy.mutate(
      { id: brief.id, new_id: id.trim(), title: title.trim() },
      {
        onSuccess: (written) => {
          showDone(written.line);
          onClose();
          onWritten(written.id);
        },
      },
    );
  };
  const input = (label: string, question: string, value: string, onChange: (text: string) => void) => (
    <Field label={label} question={question} required error={missing(value)}>
      <input className={fields.input} aria-label={label} data-testid={`copy-${question}`} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
  return (
    <Modal open title={t('policies.copyOf', { title: brief.title })} okText={t('policies.copy')} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: copy.isPending, id: 'copy-ok' }} width={460}>
      <div
        ref={form}
        style={{ display: 'grid', gap: 14 }}
        onKeyDown={(event) => {
          if (!isIme(event) && event.key === 'Enter') confirm();
        }}
      >
        <p style={{ margin: 0 }}>{t('policies.copyAbout')}</p>
        {input(t('policies.newId'), 'id', id, setId)}
        {input(t('policies.newTitle'), 'title', title, setTitle)}
        {copy.error && <Failed error={copy.error} />}
      </div>
    </Modal>
  );
}
