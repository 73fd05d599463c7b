import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absencesQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { useDayWords } from '../i18n/days';
import type { AbsenceBrief } from '../platform/bindings';
import { CheckGroup } from '../shared/CheckGroup';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusFirstQuestion, focusNamedQuestion, type Move, moveQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import styles from './desklist.module.css';
import { StaffField } from './StaffField';

/** 休假与排班: who is away when and who stands in; computed into the list, nothing is moved. */
export function AbsenceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { data: absences = [], isPending } = useQuery(absencesQueryOptions());
  return (
    <Modal open footer={null} width={560} title={t('desklist.absence.title')} onCancel={onClose}>
      <ul className={styles.absences} data-testid="absences">
        {absences.map((absence) => (
          <AbsenceLine key={absence.absence} absence={absence} />
        ))}
        {!isPending && absences.length === 0 && <li>{t('desklist.absence.none')}</li>}
      </ul>
      <AbsenceForm />
    </Modal>
  );
}

function AbsenceLine({ absence }: { absence: AbsenceBrief }) {
  const { t } = useTranslation();
  const end = useWrite('void_absence');
  const names = t('desklist.absence.weekdays').split(',');
  const days = absence.weekdays.map((day) => t('desklist.absence.weekday', { name: names[day - 1] ?? '' })).join(t('common.comma'));
  const { from, to } = absence;
  const span =
    absence.weekdays.length > 0
      ? to === null
        ? t('desklist.absence.weeklySince', { days, from })
        : t('desklist.absence.weeklySpan', { days, from, to })
      : to === null
        ? t('desklist.absence.since', { from })
        : t('desklist.absence.span', { from, to });
  const by = absence.substitute === null ? t('desklist.absence.byNobody') : t('desklist.absence.by', { name: absence.substitute });
  return (
    <li data-testid="absence">
      <b>{absence.name}</b>
      <span>
        {[span, by, absence.reason].filter(Boolean).join(' · ')}
        {absence.today && <em>{t('desklist.absence.today')}</em>}
      </span>
      <Button size="small" data-testid="absence-end" loading={end.isPending} onClick={() => end.mutate({ absence: absence.absence }, { onSuccess: (changed) => showDone(changed.line) })}>
        {t('desklist.absence.end')}
      </Button>
    </li>
  );
}

function AbsenceForm() {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const set = useWrite('set_absence', { failureShownHere: true });
  const [staff, setStaff] = useState<string>();
  const [isWeekly, setWeekly] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [days, setDays] = useState<string[]>([]);
  const [substitute, setSubstitute] = useState<string>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const names = t('desklist.absence.weekdays').split(',');
  const first = from.trim() === '' ? today : parseSpokenDay(from, today, words);
  const last = to.trim() === '' ? null : parseSpokenDay(to, today, words);
  const wrong = [
    !staff && 'staff',
    first === null && 'from',
    to.trim() !== '' && last === null && 'to',
    isWeekly && days.length === 0 && 'days',
  ].filter((name) => name !== false);
  const isWrong = (name: string) => isTried && wrong.includes(name as never);
  const onMove = (element: Element, move: Move) => moveQuestion(form.current, element, move);
  const save = () => {
    setTried(true);
    if (wrong[0]) return void focusNamedQuestion(form.current, wrong[0]);
    if (set.isPending) return;
    const weekdays = isWeekly ? days.map((name) => names.indexOf(name) + 1).sort() : [];
    set.mutate(
      { staff: staff ?? '', from: first ?? today, to: last, weekdays, substitute: substitute ?? null, reason: reason.trim() },
      {
        onSuccess: (changed) => {
          showDone(changed.line);
          setStaff(undefined);
          setDays([]);
          setFrom('');
          setTo('');
          setReason('');
          setTried(false);
          focusFirstQuestion(form.current);
        },
      },
    );
  };
  return (
    <div
      ref={form}
      className={styles.absenceForm}
      data-testid="absence-form"
      onKeyDown={(event) => {
        if (!isIme(event) && event.ctrlKey && event.key === 'Enter') save();
      }}
    >
      <StaffField label={t('desklist.absence.who')} question="staff" testId="absence-staff" required value={staff} onChange={setStaff} error={isWrong('staff') ? t('desklist.absence.whoNeeded') : undefined} />
      <Field label={t('desklist.absence.kind')} question="kind">
        <ChoiceGroup
          label={t('desklist.absence.kind')}
          testId="absence-kind"
          choices={[
            { value: 'leave', label: t('desklist.absence.leave') },
            { value: 'weekly', label: t('desklist.absence.weekly') },
          ]}
          value={isWeekly ? 'weekly' : 'leave'}
          onChange={(kind) => setWeekly(kind === 'weekly')}
          onMove={onMove}
        />
      </Field>
      {isWeekly && (
        <Field label={t('desklist.absence.days')} question="days" required error={isWrong('days') ? t('desklist.absence.daysNeeded') : undefined}>
          <CheckGroup label={t('desklist.absence.days')} testId="absence-day" choices={names} value={days} onChange={setDays} onMove={onMove} />
        </Field>
      )}
      <div className={styles.span}>
        <Field label={t('desklist.absence.from')} question="from" error={isWrong('from') ? t('sheet.badDay') : undefined}>
          <DayField label={t('desklist.absence.from')} testId="absence-from" value={from} onChange={setFrom} onMove={onMove} />
        </Field>
        <Field label={t('desklist.absence.to')} question="to" hint={t('desklist.absence.toHint')} error={isWrong('to') ? t('sheet.badDay') : undefined}>
          <DayField label={t('desklist.absence.to')} testId="absence-to" value={to} onChange={setTo} onMove={onMove} />
        </Field>
      </div>
      <StaffField label={t('desklist.absence.substitute')} question="substitute" testId="absence-substitute" value={substitute} onChange={setSubstitute} nobody={t('desklist.absence.nobody')} without={staff} />
      <Field label={t('desklist.absence.reason')} question="reason">
        <input className={fields.input} aria-label={t('desklist.absence.reason')} data-testid="absence-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {set.error && <Failed error={set.error} />}
      <Button type="primary" data-testid="absence-save" loading={set.isPending} onClick={save}>
        {t('desklist.absence.save')}
      </Button>
    </div>
  );
}
