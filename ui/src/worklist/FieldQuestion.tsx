import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField, Gap, TaskAnswers } from '../platform/bindings';
import { CheckGroup } from '../shared/CheckGroup';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Field } from '../shared/Field';
import { isIme } from '../shared/ime';
import { focusNamedQuestion, type Move } from '../shared/questions';
import styles from './answers/answers.module.css';
import { PhotoAnswer, SignatureAnswer } from './answers/FileAnswers';
import { GapAnswer } from './answers/GapAnswer';
import { ListAnswer, StaffAnswer } from './answers/ListAnswer';
import { LinesAnswer, NumberAnswer, TextAnswer } from './answers/TextAnswer';
import type { Answer } from './sheet';

type Props = {
  field: FormField;
  /** Name of the question on the sheet. */
  question: string;
  required: boolean;
  answer: Answer | undefined;
  gap: Gap | undefined;
  error?: string;
  /** 「其余同上」, where it can be said here. */
  aside?: ReactNode;
  /** What would be signed now; only asked of a signature. */
  signs: () => TaskAnswers;
  isOutdated: boolean;
  onAnswer: (answer: Answer) => void;
  onGap: (gap: Gap | null) => void;
  onSigned: (signature: string) => void;
  onMove: (from: Element, move: Move) => void;
};

/** The kinds that are typed: a digit would be text there. */
const TYPED = ['text', 'date', 'number', 'staff'];

/** More choices than digits are a list. */
const MOST_DIGITS = 10;

/** A field of a form as a question on the sheet. */
export function FieldQuestion(props: Props) {
  const { field, question, required, gap, error, aside, onGap } = props;
  const { t } = useTranslation();
  const hint = useHint(field);
  const box = useRef<HTMLDivElement>(null);
  const isFile = field.kind === 'photo' || field.kind === 'signature';
  const mayBeOpen = field.may_be_unanswered && (required || gap !== undefined);
  const turn = () => {
    onGap(gap ? null : { why: field.kind === 'signature' ? 'refused' : 'unknown', reason: '' });
    // What is asked now takes the focus, as soon as it stands.
    requestAnimationFrame(() => focusNamedQuestion(box.current, question));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What stands in a dialog over the page has its own keys.
    if (isIme(event) || !event.currentTarget.contains(event.target as Node)) return;
    if (event.key === 'F7' && mayBeOpen) turn();
    // A file is brought in by the space bar: Enter goes on, as at every question.
    else if (event.key === 'Enter' && !event.ctrlKey && isFile && event.target instanceof HTMLButtonElement && !gap) {
      props.onMove(event.target, event.shiftKey ? 'before' : 'next');
    } else return;
    event.preventDefault();
  };
  const side = (
    <>
      {aside}
      {mayBeOpen && (
        <button type="button" tabIndex={-1} className={styles.link} onClick={turn} data-testid={`gap-turn-${field.id}`}>
          {gap ? t('sheet.gap.back') : t('sheet.gap.offer')} F7
        </button>
      )}
    </>
  );
  const passOver = !required && TYPED.includes(field.kind);
  return (
    <div ref={box} onKeyDown={onKeyDown}>
      <Field label={field.label} required={required} hint={hint} error={error} question={question} passOver={passOver} aside={side}>
        {gap ? <GapAnswer field={field} gap={gap} invalid={error !== undefined} onChange={onGap} onMove={props.onMove} /> : <AnswerOf {...props} />}
      </Field>
    </div>
  );
}

/** The field's own line of help, what a number may be, and which keys bring a file in. */
function useHint({ kind, hint, min, max, unit }: FormField): string {
  const { t } = useTranslation();
  const parts = [hint];
  if (min !== null && max !== null) parts.push(t('sheet.between', { min, max, unit }));
  else if (min !== null) parts.push(t('sheet.atLeast', { min, unit }));
  else if (max !== null) parts.push(t('sheet.atMost', { max, unit }));
  if (kind === 'photo' || kind === 'signature') parts.push(t('sheet.bySpace'));
  return parts.filter(Boolean).join(' · ');
}

/** What the question is answered with, by the field's kind. */
function AnswerOf({ field, answer, error, signs, isOutdated, onAnswer, onSigned, onMove }: Props) {
  const { t } = useTranslation();
  const testId = `field-${field.id}`;
  const common = { label: field.label, onMove, testId, invalid: error !== undefined };
  const text = { ...common, value: String(answer ?? ''), onChange: onAnswer };
  const ids = Array.isArray(answer) ? answer : typeof answer === 'string' && answer !== '' ? [answer] : [];
  switch (field.kind) {
    case 'rating':
    case 'choice': {
      if (field.levels.length > MOST_DIGITS) {
        const options = field.levels.map((level) => ({ value: level, label: level }));
        return <ListAnswer {...text} options={options} placeholder={t('sheet.pick')} />;
      }
      const choices = field.levels.map((level) => ({ value: level, label: level, bad: field.dissatisfied.includes(level) }));
      return <ChoiceGroup {...common} choices={choices} value={typeof answer === 'string' ? answer : null} onChange={onAnswer} />;
    }
    case 'yes_no': {
      const choices = [
        { value: 'yes', label: t('sheet.yes') },
        { value: 'no', label: t('sheet.no') },
      ];
      const value = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null;
      return <ChoiceGroup {...common} choices={choices} value={value} onChange={(chosen) => onAnswer(chosen === 'yes')} />;
    }
    case 'choices':
      return <CheckGroup {...common} choices={field.levels} value={ids} onChange={onAnswer} />;
    case 'date':
      return <DayField {...text} />;
    case 'staff':
      return <StaffAnswer {...text} />;
    case 'number':
      return <NumberAnswer {...text} field={field} />;
    case 'photo':
      return <PhotoAnswer label={field.label} task={signs().task} ids={ids} testId={testId} onChange={onAnswer} />;
    case 'signature':
      return <SignatureAnswer label={field.label} answers={signs()} ids={ids} isOutdated={isOutdated} testId={testId} onSigned={onSigned} onPhoto={onAnswer} />;
    default:
      return field.lines > 1 ? <LinesAnswer {...text} lines={field.lines} /> : <TextAnswer {...text} />;
  }
}
