import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { Field } from '../shared/Field';

type Props = {
  label: string;
  question: string;
  value: string | undefined;
  onChange: (staff: string | undefined) => void;
  required?: boolean;
  error?: string;
  hint?: string;
  /** Leaving it empty means something: what, stands in the empty field. */
  nobody?: string;
  /** Not this person. */
  without?: string;
  testId: string;
};

/** Chooses a person of staff, by name or post. */
export function StaffField({ label, question, value, onChange, required, error, hint, nobody, without, testId }: Props) {
  const { t } = useTranslation();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  return (
    <Field label={label} question={question} required={required} error={error} hint={hint}>
      <Select
        style={{ width: '100%' }}
        aria-label={label}
        data-testid={testId}
        allowClear={nobody !== undefined}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={nobody ?? t('sheet.pickStaff')}
        value={value}
        onChange={(chosen: string | undefined) => onChange(chosen)}
        options={staff.filter((person) => person.id !== without).map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
      />
    </Field>
  );
}
