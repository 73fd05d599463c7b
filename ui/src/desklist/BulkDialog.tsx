import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { useDayWords } from '../i18n/days';
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
import type { BulkAct } from './MarkBar';
import { useMarks } from './marks';
import { StaffField } from './StaffField';
import { useUndo } from './useUndo';

type Props = { act: BulkAct; tasks: string[]; onClose: () => void };

/** One decision about all marked tasks: what it needs, why, and who approved. It is taken back as one. */
export function BulkDialog({ act, tasks, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const decide = useWrite('decide_many', { failureShownHere: true });
  const undo = useUndo();
  const [typedDay, setTypedDay] = useState('');
  const [to, setTo] = useState<string>();
  const [approver, setApprover] = useState<string>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();

  const day = act === 'reschedule' ? parseSpokenDay(typedDay, today, words) : null;
  const isLate = decide.error?.code === 'past_latest';
  const asksApprover = act === 'waive' || isLate || approver !== undefined;
  const wrong = [
    act === 'reschedule' && day === null && 'day',
    act === 'reassign' && !to && 'to',
    (act === 'waive' || isLate) && !approver && 'approver',
    act !== 'reassign' && reason.trim() === '' && 'reason',
  ].filter((name) => name !== false);
  const isWrong = (name: string) => isTried && wrong.includes(name as never);

  const confirm = () => {
    setTried(true);
    if (wrong[0]) return void focusNamedQuestion(form.current, wrong[0]);
    if (decide.isPending) return;
    decide.mutate(
      { act, tasks, day, to: to ?? null, approver: approver ?? null, reason: reason.trim() },
      {
        onSuccess: (decided) => {
          useMarks.getState().clear();
          onClose();
          showDone(decided.line, () => undo(decided.act));
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('desklist.bulk.title', { act: t(`decide.${act}`), count: tasks.length })}
      okText={t('desklist.bulk.ok', { act: t(`decide.${act}`), count: tasks.length })}
      cancelText={t('common.cancel')}
      onOk={confirm}
      onCancel={onClose}
      okButtonProps={{ loading: decide.isPending, id: 'bulk-ok' }}
      width={440}
    >
      <div
        ref={form}
        style={{ display: 'grid', gap: 14 }}
        data-testid="bulk"
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p style={{ margin: 0 }}>{t(`desklist.bulk.about.${act}`)}</p>
        {act === 'reschedule' && (
          <Field label={t('decide.day')} question="day" required error={isWrong('day') ? t('sheet.badDay') : undefined}>
            <DayField label={t('common.day')} testId="bulk-day" value={typedDay} onChange={setTypedDay} invalid={isWrong('day')} />
          </Field>
        )}
        {act === 'reassign' && (
          <StaffField label={t('decide.to')} question="to" testId="bulk-to" required value={to} onChange={setTo} error={isWrong('to') ? t('decide.toNeeded') : undefined} />
        )}
        {asksApprover && (
          <StaffField
            label={t('desklist.approver')}
            question="approver"
            testId="bulk-approver"
            required
            value={approver}
            onChange={setApprover}
            hint={isLate ? t('desklist.approverLate') : undefined}
            error={isWrong('approver') ? t('desklist.approverNeeded') : undefined}
          />
        )}
        <Field label={t('common.reason')} question="reason" required={act !== 'reassign'} error={isWrong('reason') ? t('common.reasonNeeded') : undefined}>
          <textarea
            className={fields.input}
            rows={2}
            aria-label={t('common.reason')}
            data-testid="bulk-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {decide.error && <Failed error={decide.error} />}
      </div>
    </Modal>
  );
}
