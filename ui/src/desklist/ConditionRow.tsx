import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FilterCondition, FilterField } from '../platform/bindings';
import fields from '../shared/fields.module.css';
import styles from './desklist.module.css';

/** The fields and relations as the catalogue names them. */
type FieldName = 'pack' | 'rule' | 'assignee' | 'place' | 'class' | 'due' | 'channel' | 'tries';
type RelationName = 'is' | 'is_not' | 'begins' | 'contains' | 'contains_not' | 'within_days' | 'over_days' | 'after_days' | 'at_least' | 'at_most';

type Props = { fields: FilterField[]; condition: FilterCondition; onChange: (condition: FilterCondition) => void; onDrop: () => void };

/** 字段 · 关系 · 值. Another field begins with its first relation and without a value. */
export function ConditionRow({ fields: known, condition, onChange, onDrop }: Props) {
  const { t } = useTranslation();
  const field = known.find((other) => other.field === condition.field);
  return (
    <div className={styles.condition} data-testid="condition">
      <Select
        aria-label={t('desklist.view.fieldName')}
        data-testid="condition-field"
        value={condition.field}
        options={known.map((other) => ({ value: other.field, label: t(`desklist.view.field.${other.field as FieldName}`) }))}
        onChange={(name: string) => onChange({ field: name, relation: known.find((other) => other.field === name)?.relations[0] ?? '', values: [] })}
      />
      <Select
        aria-label={t('desklist.view.relationName')}
        data-testid="condition-relation"
        value={condition.relation}
        options={(field?.relations ?? []).map((name) => ({ value: name, label: t(`desklist.view.relation.${name as RelationName}`) }))}
        onChange={(relation: string) => onChange({ ...condition, relation })}
      />
      {field?.kind === 'choices' ? (
        <Select
          mode="multiple"
          aria-label={t('desklist.view.value')}
          data-testid="condition-value"
          showSearch={{ optionFilterProp: 'label' }}
          value={condition.values}
          options={field.choices.map(({ label, value }) => ({ value, label }))}
          onChange={(values: string[]) => onChange({ ...condition, values })}
        />
      ) : (
        <input
          className={fields.input}
          aria-label={t('desklist.view.value')}
          data-testid="condition-value"
          inputMode={field?.kind === 'number' ? 'numeric' : undefined}
          value={condition.values[0] ?? ''}
          onChange={(event) => onChange({ ...condition, values: event.target.value === '' ? [] : [event.target.value] })}
        />
      )}
      <button type="button" className={styles.plain} aria-label={t('desklist.view.dropCondition')} title={t('desklist.view.dropCondition')} onClick={onDrop}>
        ✕
      </button>
    </div>
  );
}
