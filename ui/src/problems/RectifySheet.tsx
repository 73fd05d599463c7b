import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { goToClient } from '../desk/route';
import { useDayWords } from '../i18n/days';
import type { ProblemRow } from '../platform/bindings';
import { DayField } from '../shared/DayField';
import { shortDay } from '../shared/dates';
import { Facts } from '../shared/Facts';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { focusNamedQuestion, moveQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import { ProblemMark } from './ProblemLine';
import styles from './ProblemPage.module.css';

/** One problem: what is wrong, and the form that says it was rectified. */
export function RectifySheet({ problem, onLeave }: { problem: ProblemRow; onLeave: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const client = problem.client;
  const canRectify = problem.state === 'open' || problem.state === 'overdue';
  const facts = [
    { label: t('problems.column.no'), value: problem.no },
    { label: t('problems.from'), value: problem.parent ? `${problem.parent.kind_label} ${problem.parent.no ?? ''}` : '' },
    { label: t('problems.column.handler'), value: problem.handler },
    { label: t('problems.column.deadline'), value: problem.deadline ? shortDay(problem.deadline, today) : '' },
    { label: t('problems.rectified'), value: problem.rectified ? shortDay(problem.rectified, today) : '' },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Escape' || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <div className={styles.sheet} onKeyDown={onKeyDown} data-testid="problem-sheet" data-problem={problem.matter}>
      <div className={styles.title}>
        <h2>{client?.name ?? problem.no}</h2>
        <ProblemMark problem={problem} />
        {client && (
          <Button type="link" onClick={() => goToClient(client.id)}>
            {t('sheet.archive')}
          </Button>
        )}
      </div>
      <p className={styles.text} data-selectable>
        {problem.text}
      </p>
      <Facts facts={facts.filter((fact) => fact.value !== '')} />
      {problem.state === 'to_recheck' && <p className={styles.state}>■ {t('problems.waiting')}</p>}
      {problem.closed && <p className={styles.state}>✓ {t('problems.closed', { day: shortDay(problem.closed, today) })}</p>}
      {canRectify && <RectifyForm problem={problem} onDone={onLeave} />}
    </div>
  );
}

function RectifyForm({ problem, onDone }: { problem: ProblemRow; onDone: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const form = useRef<HTMLDivElement>(null);
  const rectify = useWrite('rectify', { failureShownHere: true });
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const [note, setNote] = useState('');
  const [typedDay, setTypedDay] = useState('');
  const [by, setBy] = useState<string>();
  const [isTried, setTried] = useState(false);
  const day = typedDay.trim() === '' ? today : parseSpokenDay(typedDay, today, words, 'past');
  const missing = note.trim() === '';
  const confirm = () => {
    setTried(true);
    if (missing || day === null) focusNamedQuestion(form.current, missing ? 'note' : 'on');
    if (missing || day === null || rectify.isPending) return;
    rectify.mutate(
      { matter: problem.matter, on: day, note: note.trim(), by: by ?? null },
      {
        onSuccess: (changed) => {
          showDone(changed.line);
          onDone();
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey || event.key !== 'Enter') return;
    event.preventDefault();
    confirm();
  };
  return (
    <div ref={form} style={{ display: 'grid', gap: 14 }} onKeyDown={onKeyDown}>
      <p className={styles.about}>{t('problems.rectifyAbout')}</p>
      <Field label={t('problems.what')} required question="note" error={isTried && missing ? t('problems.whatNeeded') : undefined}>
        <textarea
          className={fields.input}
          rows={3}
          aria-label={t('problems.what')}
          aria-invalid={(isTried && missing) || undefined}
          data-testid="rectify-note"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <Field label={t('problems.on')} question="on" error={isTried && day === null ? t('sheet.badDay') : undefined} hint={t('problems.onHint')}>
        <DayField
          label={t('problems.on')}
          lean="past"
          testId="rectify-day"
          value={typedDay}
          onChange={setTypedDay}
          onMove={(from, move) => moveQuestion(form.current, from, move)}
        />
      </Field>
      <Field label={t('problems.by')} question="by">
        <Select
          allowClear
          aria-label={t('problems.by')}
          data-testid="rectify-by"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={problem.handler}
          value={by}
          onChange={setBy}
          options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
        />
      </Field>
      {rectify.error && <Failed error={rectify.error} />}
      <Button size="middle" type="primary" onClick={confirm} loading={rectify.isPending} data-testid="rectify">
        {t('problems.rectify')} Ctrl ↵
      </Button>
    </div>
  );
}
