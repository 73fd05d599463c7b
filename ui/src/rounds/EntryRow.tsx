import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { codesOf, codeText } from '../i18n/codes';
import { useDayWords } from '../i18n/days';
import type { RoundVisit } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import type { Day } from '../shared/dates';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { focusNamedQuestion, type Move, moveQuestion } from '../shared/questions';
import { useToday } from '../shared/today';
import { FieldQuestion } from '../worklist/FieldQuestion';
import { type Filled, questionName, withGap } from '../worklist/sheet';
import { askedOf, type Entry, faultsOf, filledOf, isTyped, recordOf } from './entry';
import styles from './rounds.module.css';

type Props = {
  visit: RoundVisit;
  entry: Entry;
  /** Who went; null: not said yet, and nothing can be saved. */
  by: string | null;
  on: Day | null;
  onWrite: (entry: Entry) => void;
  onSaved: () => void;
};

/** One row of a returned sheet. A digit answers and goes on; Enter at the end saves, and the next row begins. */
export function EntryRow({ visit, entry, by, on, onWrite, onSaved }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const row = useRef<HTMLDivElement>(null);
  const [isTried, setTried] = useState(false);
  const record = useWrite('record_follow_up', { failureShownHere: true });
  const strike = useWrite('void_record');
  const { number } = visit;
  const name = visit.client?.name ?? t('rounds.office');
  const faults = faultsOf(visit, entry, today, words);
  const faultOf = (question: string) => {
    const fault = isTried ? faults.find((known) => known.question === question) : undefined;
    return fault && t(fault.text);
  };
  const onMove = (from: Element, move: Move) => {
    if (!moveQuestion(row.current, from, move) && move !== 'before') save();
  };
  const save = () => {
    flushSync(() => setTried(true));
    if (faults[0]) return void focusNamedQuestion(row.current, faults[0].question);
    if (by === null || on === null || record.isPending) return;
    record.mutate(recordOf(visit, entry, by, on, today, words), {
      onSuccess: (written) => {
        const undone = () => {
          onWrite(entry);
          showDone(t('rounds.undone', { number, name }));
        };
        const undo = () => void strike.mutateAsync({ record: written.record, reason: t('rounds.undoReason') }).then(undone, () => undefined);
        setTried(false);
        onSaved();
        showDone([t('rounds.done', { number, name }), written.line].filter(Boolean).join(' · '), undo);
      },
    });
  };
  const fill = (task: string, part: Partial<Filled>) => onWrite({ ...entry, forms: { ...entry.forms, [task]: { ...filledOf(entry, task), ...part } } });
  const onNoteKey = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter') return;
    event.preventDefault();
    if (event.shiftKey) onMove(event.currentTarget, 'before');
    else save();
  };
  const isOver = visit.record !== null || visit.forms.length === 0;
  return (
    <div ref={row} className={isOver ? `${styles.row} ${styles.over}` : styles.row} data-visit={number} data-testid="entry-row">
      <b className={styles.number}>{number}</b>
      <div className={styles.client}>
        <strong>{name}</strong>
        <small>{[visit.client?.place, visit.titles.join(t('common.comma'))].filter(Boolean).join(' · ')}</small>
      </div>
      {isOver ? (
        <p className={styles.saved} data-testid="entry-saved">
          {visit.outcome === null ? t('rounds.ended') : `✓ ${t('rounds.saved')} · ${codeText('outcomeVisit', visit.outcome)}`}
          {visit.note && <q>{visit.note}</q>}
        </p>
      ) : (
        <div className={styles.answers}>
          <Field label={t('rounds.column.result')} question="outcome" error={faultOf('outcome')}>
            <ChoiceGroup label={t('rounds.column.result')} testId={`entry-${number}-outcome`} choices={codesOf('outcomeVisit')} value={entry.outcome} onChange={(outcome) => onWrite({ ...entry, outcome })} onMove={onMove} />
          </Field>
          {entry.outcome === 'call_back' && (
            <Field label={t('rounds.again')} question="again_on" error={faultOf('again_on')}>
              <DayField label={t('rounds.again')} testId={`entry-${number}-again`} value={entry.againOn} onChange={(againOn) => onWrite({ ...entry, againOn })} onMove={onMove} />
            </Field>
          )}
          {askedOf(visit, entry).map(({ form, field }) => (
            <FieldQuestion
              key={questionName(form, field)}
              // The signature stands on the paper: its photo is kept.
              field={{ ...field, hint: '', kind: field.kind === 'signature' ? 'photo' : field.kind }}
              question={questionName(form, field)}
              required
              answer={filledOf(entry, form.task).answers[field.id]}
              error={faultOf(questionName(form, field))}
              gap={filledOf(entry, form.task).gaps[field.id]}
              signs={() => ({ task: form.task, answers: {}, unanswered: {} })}
              isOutdated={false}
              onGap={(gap) => fill(form.task, withGap(filledOf(entry, form.task), field.id, gap))}
              onSigned={() => undefined}
              onAnswer={(answer) => fill(form.task, { answers: { ...filledOf(entry, form.task).answers, [field.id]: answer } })}
              onMove={onMove}
            />
          ))}
          <Field label={t('rounds.note')} question="note">
            <input className={fields.input} aria-label={t('rounds.note')} placeholder={t('rounds.note')} data-testid={`entry-${number}-note`} value={entry.note} onChange={(event) => onWrite({ ...entry, note: event.target.value })} onKeyDown={onNoteKey} />
          </Field>
          {isTyped(entry) && !record.isPending && <span className={styles.draft}>✎ {t('rounds.draft')}</span>}
          {record.error && <Failed error={record.error} />}
        </div>
      )}
    </div>
  );
}
