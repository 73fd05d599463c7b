import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions, taskDetailQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import type { TaskRow } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion, moveQuestion } from '../shared/questions';
import styles from './Calls.module.css';

/** Why a client is given up, as the wire names it. */
const REASONS = ['unreachable', 'wrong_number', 'refused', 'moved', 'died', 'other'] as const;

/** Gives a client up as lost: a reason from a short list, more words, and who approved where the policy asks for it. */
export function GiveUpDialog({ task, onClose }: { task: TaskRow; onClose: () => void }) {
  const { t } = useTranslation();
  const giveUp = useWrite('give_up', { failureShownHere: true });
  const takeBack = useWrite('void_decision');
  const terms = useQuery(taskDetailQueryOptions(task.id)).data?.calling.give_up;
  const post = terms?.approve ?? null;
  const { data: staff = [] } = useQuery({ ...staffListQueryOptions(), enabled: post !== null });
  const [why, setWhy] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [approver, setApprover] = useState<string>();
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const name = task.client?.name ?? task.title;

  const faults = { why: why === null, note: why === 'other' && note.trim() === '', approver: post !== null && !approver };
  const confirm = () => {
    setTried(true);
    const fault = (['why', 'note', 'approver'] as const).find((question) => faults[question]);
    if (fault) return void focusNamedQuestion(form.current, fault);
    if (giveUp.isPending || why === null) return;
    giveUp.mutate(
      { task: task.id, why, note: note.trim(), approver: approver ?? null },
      {
        onSuccess: ({ decision }) => {
          onClose();
          const undo = () =>
            void takeBack.mutateAsync({ decision: decision ?? '', reason: t('calls.lost.undoReason') }).then(() => showDone(t('calls.lost.undone', { name })), () => undefined);
          showDone(t('calls.lost.done', { name }), decision === null ? undefined : undo);
        },
      },
    );
  };

  return (
    <Modal open title={t('calls.lost.title', { name })} okText={t('calls.lost.ok')} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: giveUp.isPending, id: 'give-up-ok' }} width={560}>
      <div
        ref={form}
        className={styles.form}
        data-testid="give-up"
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p className={styles.about}>{t('calls.lost.about')}</p>
        {terms && terms.left !== '' && <p className={styles.verify}>{t('calls.lost.left', { left: terms.left })}</p>}
        <Field label={t('calls.lost.why')} question="why" required error={isTried && faults.why ? t('calls.lost.whyNeeded') : undefined}>
          <ChoiceGroup
            label={t('calls.lost.why')}
            testId="lost-why"
            choices={REASONS.map((value) => ({ value, label: t(`calls.lost.reason.${value}`) }))}
            value={why}
            onChange={setWhy}
            onMove={(from, move) => moveQuestion(form.current, from, move)}
          />
        </Field>
        <Field label={t('calls.lost.note')} question="note" required={why === 'other'} error={isTried && faults.note ? t('calls.lost.noteNeeded') : undefined}>
          <textarea className={fields.input} rows={2} aria-label={t('calls.lost.note')} data-testid="lost-note" value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {post !== null && (
          <Field label={t('calls.lost.approver', { post })} question="approver" required error={isTried && faults.approver ? t('calls.lost.approverNeeded', { post }) : undefined}>
            <Select
              style={{ width: '100%' }}
              aria-label={t('calls.lost.approver', { post })}
              data-testid="lost-approver"
              showSearch={{ optionFilterProp: 'label' }}
              value={approver}
              onChange={setApprover}
              options={staff.filter((person) => person.role === post).map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
            />
          </Field>
        )}
        {giveUp.error && <Failed error={giveUp.error} />}
      </div>
    </Modal>
  );
}
