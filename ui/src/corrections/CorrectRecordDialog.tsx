import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { recordSheetQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { codesOf, codeText } from '../i18n/codes';
import { useDayWords } from '../i18n/days';
import { asWireError } from '../platform';
import type { RecordSheet, TaskForm } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion, moveQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import { FormQuestions } from '../worklist/FormQuestions';
import { type Answer, type Fault, type Filled, formFaults, taskAnswers } from '../worklist/sheet';
import { useFilled } from '../worklist/useFilled';
import styles from './corrections.module.css';

type Props = { record: string; onClose: () => void };

/** 更正记录: a new version of a record, with the reason; the earlier one stays and can be read. */
export function CorrectRecordDialog({ record, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(recordSheetQueryOptions(record));
  if (data) return <Shown sheet={data} onClose={onClose} />;
  if (!error) return null;
  return (
    <Modal open title={t('corrections.title')} footer={null} onCancel={onClose}>
      <Failed error={asWireError(error)} />
    </Modal>
  );
}

/** What a form holds, as it was written down. A signature belongs to the answers under which it was made. */
function filledAt(sheet: RecordSheet): Record<string, Filled> {
  const filled = sheet.tasks.map(({ task, answers, unanswered }) => {
    const known = Object.entries(answers).map(([id, value]) => [id, typeof value === 'number' ? String(value) : value]);
    return [task, { answers: Object.fromEntries(known) as Record<string, Answer>, gaps: unanswered }];
  });
  return Object.fromEntries(filled) as Record<string, Filled>;
}

const unsigned = (form: TaskForm): TaskForm => ({ ...form, fields: form.fields.filter((field) => field.kind !== 'signature') });

function Shown({ sheet, onClose }: { sheet: RecordSheet; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const box = useDialogForm();
  const { record } = sheet;
  const forms = sheet.forms.map(unsigned);
  const { of, acts } = useFilled(() => filledAt(sheet));
  const [on, setOn] = useState(record.on);
  const [channel, setChannel] = useState(record.channel);
  const [note, setNote] = useState(record.note);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const correct = useWrite('correct_record', { failureShownHere: true });
  const day = parseSpokenDay(on, today, words, 'past');

  const all: { question: string; text: string }[] = [
    ...(day === null ? [{ question: 'on', text: t('sheet.badDay') }] : []),
    ...(record.outcome === 'reached' ? forms.flatMap((form) => formFaults(form, of(form.task), channel, today, words)).map((fault: Fault) => ({ ...fault, text: t(fault.text) })) : []),
    ...(reason.trim() === '' ? [{ question: 'reason', text: t('common.reasonNeeded') }] : []),
  ];
  const faultOf = (question: string) => (isTried ? all.find((fault) => fault.question === question)?.text : undefined);
  const confirm = () => {
    flushSync(() => setTried(true));
    if (all[0]) return void focusNamedQuestion(box.current, all[0].question);
    if (correct.isPending || day === null) return;
    const tasks = sheet.tasks.map(({ task }) => taskAnswers(task, sheet.forms.find((form) => form.task === task), of(task), today, words));
    correct.mutate(
      { record: record.id, tasks, channel, on: day, note: note.trim(), reason: reason.trim() },
      {
        onSuccess: (written) => {
          onClose();
          showDone([t('corrections.done'), written.line].filter(Boolean).join(' · '));
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey || event.key !== 'Enter') return;
    event.preventDefault();
    confirm();
  };
  const last = useRef<HTMLTextAreaElement>(null);
  const onMove = (from: Element, move: 'next' | 'before' | 'onward') => void (moveQuestion(box.current, from, move) || (move !== 'before' && last.current?.focus()));
  return (
    <Modal open title={t('corrections.title')} okText={t('corrections.save')} cancelText={t('common.cancel')} width={620} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: correct.isPending, id: 'correction-ok' }}>
      <div ref={box} className={styles.form} onKeyDown={onKeyDown} data-testid="correction">
        <p className={styles.about}>{t('corrections.about', { what: [record.on, codeText('channel', record.channel), codeText('outcome', record.outcome), record.by].filter(Boolean).join(' · ') })}</p>
        <Field label={t('corrections.on')} question="on" required error={faultOf('on')}>
          <DayField label={t('corrections.on')} value={on} lean="past" testId="correction-on" onChange={setOn} onMove={onMove} />
        </Field>
        <Field label={t('sheet.channel')} question="channel">
          <ChoiceGroup label={t('sheet.channel')} testId="correction-channel" choices={codesOf('channel')} value={channel} onChange={setChannel} onMove={onMove} />
        </Field>
        {record.outcome === 'reached' &&
          forms.map((form) => <FormQuestions key={form.task} form={form} filled={of(form.task)} channel={channel} isTitled={forms.length > 1} faultOf={faultOf} on={acts} onMove={onMove} />)}
        <Field label={t('sheet.note')} question="note">
          <textarea className={fields.input} rows={2} aria-label={t('sheet.note')} data-testid="correction-note" value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <Field label={t('corrections.reason')} question="reason" required error={faultOf('reason')}>
          <textarea ref={last} className={fields.input} rows={2} aria-label={t('corrections.reason')} data-testid="correction-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {correct.error && <Failed error={correct.error} />}
      </div>
    </Modal>
  );
}
