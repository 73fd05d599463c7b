import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import type { FormField } from '../platform/bindings';
import { CheckGroup } from '../shared/CheckGroup';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import type { Move } from '../shared/questions';
import type { Answer } from './sheet';

type Props = {
  field: FormField;
  /** Name of the question on the sheet. */
  question: string;
  required: boolean;
  answer: Answer | undefined;
  error?: string;
  onAnswer: (answer: Answer) => void;
  onMove: (from: Element, move: Move) => void;
};

/** The kinds that are typed: a digit would be text there. */
const TYPED = ['text', 'date', 'number', 'staff'];

/** A field of a form as a question on the sheet. */
export function FieldQuestion(props: Props) {
  const { field, question, required, error } = props;
  return (
    <Field label={field.label} required={required} hint={field.hint} error={error} question={question} passOver={!required && TYPED.includes(field.kind)}>
      <AnswerOf {...props} />
    </Field>
  );
}

/** What the question is answered with, by the field's kind. */
function AnswerOf({ field, answer, error, onAnswer, onMove }: Props) {
  const { t } = useTranslation();
  const testId = `field-${field.id}`;
  const common = { label: field.label, onMove, testId, invalid: error !== undefined };
  switch (field.kind) {
    case 'rating':
    case 'choice': {
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
      return <CheckGroup {...common} choices={field.levels} value={Array.isArray(answer) ? answer : []} onChange={onAnswer} />;
    case 'date':
      return <DayField {...common} value={String(answer ?? '')} onChange={onAnswer} />;
    case 'staff':
      return <StaffAnswer {...common} value={String(answer ?? '')} onChange={onAnswer} />;
    default:
      return <TextAnswer {...common} isNumber={field.kind === 'number'} value={String(answer ?? '')} onChange={onAnswer} />;
  }
}

type TextProps = {
  label: string;
  value: string;
  isNumber?: boolean;
  invalid: boolean;
  testId: string;
  onChange: (text: string) => void;
  onMove: (from: Element, move: Move) => void;
};

/** One line of text; Enter moves on, but not the Enter that confirms a candidate of the input method. */
function TextAnswer({ label, value, isNumber, invalid, testId, onChange, onMove }: TextProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
  };
  return (
    <input
      className={fields.input}
      inputMode={isNumber ? 'decimal' : undefined}
      aria-label={label}
      aria-invalid={invalid || undefined}
      data-testid={testId}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function StaffAnswer({ label, value, testId, onChange, onMove }: TextProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  return (
    <div ref={box}>
      <Select
        style={{ width: '100%' }}
        aria-label={label}
        data-testid={testId}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('sheet.pickStaff')}
        value={value || undefined}
        options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
        onChange={(chosen: string) => {
          onChange(chosen);
          if (box.current) onMove(box.current, 'onward');
        }}
      />
    </div>
  );
}
