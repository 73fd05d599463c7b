import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayWords } from '../i18n/days';
import type { WireError } from '../platform/bindings';
import type { Day } from '../shared/dates';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import { StaffField } from './StaffField';

/** What a decision asks for. `late`: the day is after the policy's latest, and so somebody must approve it. */
export type Asked = { day: 'needed' | 'maybe' | 'no'; to: boolean; approver: 'needed' | 'late' | 'no'; reason: boolean };
/** What was answered; null where it was not asked or left open. */
export type Answered = { day: Day | null; to: string | null; approver: string | null; reason: string };

type Props = {
  /** What the dialog and its fields are called in tests: `decide`, `bulk`. */
  name: string;
  title: string;
  okText: string;
  about: string;
  dayLabel: string;
  asked: (day: Day | null) => Asked;
  error: WireError | null;
  isBusy: boolean;
  onConfirm: (answered: Answered) => void;
  onClose: () => void;
};

/** Asks what a decision needs, about one task or many: a day, a person, who approved, and why. */
export function DecisionDialog({ name, title, okText, about, dayLabel, asked: ask, error, isBusy, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const [typedDay, setTypedDay] = useState('');
  const [to, setTo] = useState<string>();
  const [approver, setApprover] = useState<string>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();

  const day = parseSpokenDay(typedDay, today, words);
  const asked = ask(day);
  // Whoever was chosen to approve stays to be seen.
  const asksApprover = asked.approver !== 'no' || approver !== undefined;
  const wrong = [
    day === null && (asked.day === 'needed' || (asked.day === 'maybe' && typedDay.trim() !== '')) && 'day',
    asked.to && !to && 'to',
    asked.approver !== 'no' && !approver && 'approver',
    asked.reason && reason.trim() === '' && 'reason',
  ].filter((question) => question !== false);
  const fault = (question: string, text: string) => (isTried && wrong.includes(question as never) ? text : undefined);

  const confirm = () => {
    setTried(true);
    if (wrong[0]) return void focusNamedQuestion(form.current, wrong[0]);
    if (isBusy) return;
    onConfirm({ day: asked.day === 'no' ? null : day, to: to ?? null, approver: approver ?? null, reason: reason.trim() });
  };
  return (
    <Modal open title={title} okText={okText} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: isBusy, id: `${name}-ok` }} width={440}>
      <div
        ref={form}
        style={{ display: 'grid', gap: 14 }}
        data-testid={name}
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p style={{ margin: 0 }}>{about}</p>
        {asked.day !== 'no' && (
          <Field label={dayLabel} question="day" required={asked.day === 'needed'} error={fault('day', t('sheet.badDay'))}>
            <DayField label={t('common.day')} testId={`${name}-day`} value={typedDay} onChange={setTypedDay} invalid={fault('day', '') !== undefined} />
          </Field>
        )}
        {asked.to && <StaffField label={t('decide.to')} question="to" testId={`${name}-to`} required value={to} onChange={setTo} error={fault('to', t('decide.toNeeded'))} />}
        {asksApprover && (
          <StaffField
            label={t('desklist.approver')}
            question="approver"
            testId={`${name}-approver`}
            required
            value={approver}
            onChange={setApprover}
            hint={asked.approver === 'late' ? t('desklist.approverLate') : undefined}
            error={fault('approver', t('desklist.approverNeeded'))}
          />
        )}
        <Field label={t('common.reason')} question="reason" required={asked.reason} error={fault('reason', t('common.reasonNeeded'))}>
          <textarea className={fields.input} rows={2} aria-label={t('common.reason')} data-testid={`${name}-reason`} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {error && <Failed error={error} />}
      </div>
    </Modal>
  );
}
