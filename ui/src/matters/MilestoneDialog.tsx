import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { useDayWords, useHourWords } from '../i18n/days';
import type { MatterRow, MilestoneKind, MilestoneRow } from '../platform/bindings';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion, moveQuestion } from '../shared/questions';
import { parseSpokenMoment } from '../shared/spokenMoment';
import { useToday } from '../shared/today';
import { editOf } from './edits';
import { Foreseen, useForeseenEdit } from './Foreseen';

type Props = {
  row: MatterRow;
  milestone: Pick<MilestoneKind, 'kind' | 'label'>;
  /** One that is there, to be corrected. */
  known?: MilestoneRow;
  onClose: () => void;
};

/** Writes down that a matter has come to a milestone, or corrects one: the day as people say it, and what it will cause. */
export function MilestoneDialog({ row, milestone, known, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [words, hours] = [useDayWords(), useHourWords()];
  const form = useDialogForm();
  const write = useWrite('edit_matter', { failureShownHere: true });
  const undo = useWrite('edit_matter');
  const [typed, setTyped] = useState(known?.on.replace('T', ' ') ?? '');
  const [note, setNote] = useState(known?.note ?? '');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const lean = milestone.kind === 'scheduled' ? 'future' : 'past';
  const moment = typed.trim() === '' ? today : parseSpokenMoment(typed, today, words, hours, lean);
  const missing = moment === null ? 'day' : known && reason.trim() === '' ? 'reason' : null;
  const edit = { ...editOf(row.matter.id, known ? 'correct_milestone' : 'add_milestone'), milestone: known?.id ?? null, kind: milestone.kind, on: moment, note, reason: reason.trim() };
  // The note and the reason cause nothing.
  const foreseen = useForeseenEdit(moment === null ? null : { ...edit, note: '', reason: '' });
  const save = () => {
    setTried(true);
    if (missing) return void focusNamedQuestion(form.current, missing);
    if (write.isPending) return;
    write.mutate(edit, {
      onSuccess: ({ line, matter, milestone: added }) => {
        onClose();
        const back = known ? { ...editOf(matter, 'correct_milestone'), milestone: known.id, on: known.on, note: known.note, reason: t('matters.undoReason') } : { ...editOf(matter, 'undo_milestone'), milestone: added };
        showDone(line, () => undo.mutate(back));
      },
    });
  };
  return (
    <Modal
      open
      title={`${known ? t('matters.correct') : ''}${milestone.label} · ${row.client?.name ?? row.matter.kind_label} ${row.matter.no ?? ''}`}
      okText={`${known ? t('matters.correct') : milestone.label} Ctrl ↵`}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: write.isPending, id: 'milestone-ok' }}
      onOk={save}
      onCancel={onClose}
      width={480}
    >
      <div
        ref={form}
        data-testid="milestone-dialog"
        style={{ display: 'grid', gap: 14 }}
        onKeyDown={(event) => {
          if (isIme(event) || !event.ctrlKey || event.key !== 'Enter') return;
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('matters.day')} question="day" error={isTried && moment === null ? t('sheet.badDay') : undefined} hint={typed === '' ? t('matters.dayHint') : undefined}>
          <DayField label={t('matters.day')} withTime lean={lean} testId="milestone-day" value={typed} onChange={setTyped} onMove={(from, move) => moveQuestion(form.current, from, move)} />
        </Field>
        <Field label={t('matters.note')} question="note">
          <textarea className={fields.input} rows={2} aria-label={t('matters.note')} data-testid="milestone-note" value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {known && (
          <Field label={t('common.reason')} question="reason" required error={isTried && reason.trim() === '' ? t('common.reasonNeeded') : undefined}>
            <textarea className={fields.input} rows={2} aria-label={t('common.reason')} data-testid="reason" value={reason} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
        <Foreseen foresight={foreseen.data} error={foreseen.error} isShort />
        {write.error && <Failed error={write.error} />}
      </div>
    </Modal>
  );
}
