import { Select } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterField } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import type { Move } from '../shared/questions';

type Props = {
  field: MatterField;
  value: string;
  onChange: (typed: string) => void;
  onMove: (from: Element, move: Move) => void;
};

/** A field of a matter as a question. */
export function FieldInput({ field, value, onChange, onMove }: Props) {
  return (
    <Field label={field.label} question={`field.${field.id}`} passOver={field.kind !== 'yes_no'}>
      <InputOf field={field} value={value} onChange={onChange} onMove={onMove} />
    </Field>
  );
}

function InputOf({ field, value, onChange, onMove }: Props) {
  const { t } = useTranslation();
  const testId = `matter-field-${field.id}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey) return;
    // In several lines Enter makes a line.
    if (field.kind === 'long' && !event.shiftKey) return;
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
    event.preventDefault();
  };
  if (field.kind === 'yes_no') {
    const choices = [{ value: 'yes', label: t('sheet.yes') }, { value: 'no', label: t('sheet.no') }];
    return <ChoiceGroup label={field.label} choices={choices} value={value || null} onChange={onChange} onMove={onMove} testId={testId} />;
  }
  if (field.kind === 'choice') {
    return (
      <Select
        allowClear
        aria-label={field.label}
        data-testid={testId}
        showSearch={{ optionFilterProp: 'label' }}
        value={value || undefined}
        onChange={(chosen) => onChange(chosen ?? '')}
        options={field.choices.map((choice) => ({ value: choice, label: choice }))}
      />
    );
  }
  if (field.kind === 'long') {
    return <textarea className={fields.input} rows={2} aria-label={field.label} data-testid={testId} value={value} onChange={(event) => onChange(event.target.value)} onKeyDown={onKeyDown} />;
  }
  return <input className={fields.input} aria-label={field.label} inputMode={field.kind === 'number' ? 'decimal' : undefined} data-testid={testId} value={value} onChange={(event) => onChange(event.target.value)} onKeyDown={onKeyDown} />;
}
