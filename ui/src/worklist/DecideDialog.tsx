import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { StaffField } from '../desklist/StaffField';
import { useDayWords } from '../i18n/days';
import type { TaskRow } from '../platform/bindings';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';

export type Act = 'reschedule' | 'reassign' | 'waive' | 'give_up' | 'reopen' | 'pause' | 'resume' | 'do_not_contact';

type Props = { act: Act; task?: TaskRow; client?: string; name: string; onClose: () => void };

/** A decision about a task or a client: what it needs, and why. */
export function DecideDialog({ act, task, client, name, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const decide = useWrite('decide', { failureShownHere: true });
  // The dialog is gone when it is undone: only the promise still tells.
  const { mutateAsync: undo } = useWrite('void_decision');
  const { data: staff = [] } = useQuery({ ...staffListQueryOptions(), enabled: act === 'reassign' });
  const [typedDay, setTypedDay] = useState('');
  const [to, setTo] = useState<string>();
  const [approver, setApprover] = useState<string>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();

  const needsDay = act === 'reschedule' || act === 'pause';
  const day = needsDay ? parseSpokenDay(typedDay, today, words) : null;
  const badDay = needsDay && day === null && (act === 'reschedule' || typedDay.trim() !== '');
  // The law is in the core; here it only decides what is asked.
  const asksApprover = act === 'waive' || (act === 'reschedule' && day !== null && task?.latest != null && day > task.latest.slice(0, 10));
  const badApprover = asksApprover && !approver;
  const badTo = act === 'reassign' && !to;
  const badReason = reason.trim() === '';

  const confirm = () => {
    setTried(true);
    if (badDay || badTo || badApprover || badReason) return void focusNamedQuestion(form.current, badDay ? 'day' : badTo ? 'to' : badApprover ? 'approver' : 'reason');
    if (decide.isPending) return;
    decide.mutate(
      { act, task: task?.id ?? null, client: client ?? null, day, to: to ?? null, approver: asksApprover ? (approver ?? null) : null, reason: reason.trim() },
      {
        onSuccess: (changed) => {
          onClose();
          const { decision } = changed;
          const back = (id: string) => void undo({ decision: id, reason: t('worklist.undoDecision') }).then((undone) => showDone(undone.line), () => undefined);
          showDone(`${name} · ${t(`decide.${act}`)} · ${changed.line}`, decision === null ? undefined : () => back(decision));
        },
      },
    );
  };

  return (
    <Modal
      open
      title={`${t(`decide.${act}`)} · ${name}`}
      okText={t(`decide.${act}`)}
      cancelText={t('common.cancel')}
      onOk={confirm}
      onCancel={onClose}
      okButtonProps={{ loading: decide.isPending, id: 'decide-ok' }}
      width={440}
    >
      <div
        ref={form}
        style={{ display: 'grid', gap: 14 }}
        data-testid="decide"
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p style={{ margin: 0 }}>{t(`decide.about.${act}`)}</p>
        {needsDay && (
          <Field label={t(act === 'pause' ? 'decide.until' : 'decide.day')} question="day" required={act === 'reschedule'} error={isTried && badDay ? t('sheet.badDay') : undefined}>
            <DayField label={t('common.day')} testId="decide-day" value={typedDay} onChange={setTypedDay} invalid={isTried && badDay} />
          </Field>
        )}
        {act === 'reassign' && (
          <Field label={t('decide.to')} question="to" required error={isTried && badTo ? t('decide.toNeeded') : undefined}>
            <Select
              aria-label={t('decide.to')}
              data-testid="decide-to"
              showSearch={{ optionFilterProp: 'label' }}
              value={to}
              onChange={setTo}
              options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
            />
          </Field>
        )}
        {asksApprover && (
          <StaffField
            label={t('desklist.approver')}
            question="approver"
            testId="decide-approver"
            required
            value={approver}
            onChange={setApprover}
            hint={act === 'reschedule' ? t('desklist.approverLate') : undefined}
            error={isTried && badApprover ? t('desklist.approverNeeded') : undefined}
          />
        )}
        <Field label={t('common.reason')} question="reason" required error={isTried && badReason ? t('common.reasonNeeded') : undefined}>
          <textarea
            className={fields.input}
            rows={2}
            aria-label={t('common.reason')}
            data-testid="decide-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {decide.error && <Failed error={decide.error} />}
      </div>
    </Modal>
  );
}
