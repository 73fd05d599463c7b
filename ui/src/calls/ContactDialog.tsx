import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { codeText } from '../i18n/codes';
import { dueText } from '../i18n/days';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion, type Move, moveQuestion } from '../shared/questions';
import { useToday } from '../shared/today';
import { FormQuestions } from '../worklist/FormQuestions';
import { useFilled } from '../worklist/useFilled';
import styles from './Calls.module.css';
import { type ContactSheet, emptyContact, contactOf, contactFaults } from './contact';
import { useOpenForms } from './useOpenForms';

const CHANNELS = ['phone', 'in_office', 'wechat', 'home_visit'];

type Props = { client: string; name: string; onClose: () => void };

/** A contact that no task asked for: the client rang, walked in, or was rung about something else. It may settle open tasks. */
export function ContactDialog({ client, name, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const record = useWrite('record_contact', { failureShownHere: true });
  const strike = useWrite('void_record');
  const [sheet, setSheet] = useState<ContactSheet>(emptyContact);
  const { of, acts } = useFilled(() => ({}));
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const { tasks, forms: signed } = useOpenForms(client, sheet.tasks);
  // Who rings does not sign.
  const forms = signed.map((one) => ({ ...one, fields: one.fields.filter((field) => field.kind !== 'signature') }));
  const set = (part: Partial<ContactSheet>) => setSheet((before) => ({ ...before, ...part }));
  const faults = isTried ? contactFaults(sheet, forms, of, today) : [];
  const faultOf = (question: string) => {
    const fault = faults.find((known) => known.question === question);
    return fault && t(fault.text);
  };
  const onMove = (from: Element, move: Move) => moveQuestion(form.current, from, move);

  const confirm = () => {
    setTried(true);
    const [fault] = contactFaults(sheet, forms, of, today);
    if (fault) return void focusNamedQuestion(form.current, fault.question);
    if (record.isPending) return;
    record.mutate(contactOf(sheet, client, forms, of, today), {
      onSuccess: (written) => {
        onClose();
        const undo = () => void strike.mutateAsync({ record: written.record, reason: t('worklist.undoReason') }).then(() => showDone(t('calls.contact.undone', { name })), () => undefined);
        showDone([t('calls.contact.done', { name }), written.line].filter(Boolean).join(' · '), undo);
      },
    });
  };

  return (
    <Modal open title={t('calls.contact.title', { name })} okText={t('calls.contact.ok')} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: record.isPending, id: 'contact-ok' }} width={560}>
      <div
        ref={form}
        className={styles.form}
        data-testid="contact"
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p className={styles.about}>{t('calls.contact.about')}</p>
        <Field label={t('calls.contact.channel')} question="channel">
          <ChoiceGroup label={t('calls.contact.channel')} testId="contact-channel" choices={CHANNELS.map((value) => ({ value, label: codeText('channel', value) }))} value={sheet.channel} onChange={(channel) => set({ channel })} onMove={onMove} />
        </Field>
        <Field label={t('calls.contact.purpose')} question="purpose" required hint={sheet.purpose === 'business' ? t('calls.contact.businessHint') : undefined}>
          <ChoiceGroup
            label={t('calls.contact.purpose')}
            testId="contact-purpose"
            choices={[
              { value: 'business', label: t('calls.contact.business') },
              { value: 'follow_up', label: t('calls.contact.followUp') },
            ]}
            value={sheet.purpose}
            onChange={(purpose) => set({ purpose, tasks: purpose === 'business' ? [] : sheet.tasks })}
            onMove={onMove}
          />
        </Field>
        {sheet.purpose === 'follow_up' && tasks.length > 0 && (
          <Field label={t('calls.contact.tasks')} hint={t('calls.contact.tasksHint')}>
            <div className={styles.tasks}>
              {tasks.map((task) => (
                <Checkbox
                  key={task.id}
                  checked={sheet.tasks.includes(task.id)}
                  data-testid={`contact-task-${task.id}`}
                  onChange={(event) => set({ tasks: event.target.checked ? [...sheet.tasks, task.id] : sheet.tasks.filter((id) => id !== task.id) })}
                >
                  {task.title} <small>{[dueText(task.due, today), task.matter?.no].filter(Boolean).join(' · ')}</small>
                </Checkbox>
              ))}
            </div>
          </Field>
        )}
        {forms.map((one) => (
          <FormQuestions key={one.task} form={one} filled={of(one.task)} channel={sheet.channel} isTitled={forms.length > 1} faultOf={faultOf} on={acts} onMove={(from, move) => void onMove(from, move)} />
        ))}
        <Field label={t('calls.contact.note')} question="note" required={sheet.tasks.length === 0} error={faultOf('note')}>
          <textarea className={fields.input} rows={3} aria-label={t('calls.contact.note')} placeholder={t('sheet.notePlaceholder')} data-testid="contact-note" value={sheet.note} onChange={(event) => set({ note: event.target.value })} />
        </Field>
        {record.error && <Failed error={record.error} />}
      </div>
    </Modal>
  );
}
