import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import type { MatterKindBrief, MatterKinds } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Field } from '../shared/Field';
import type { Move } from '../shared/questions';
import type { Leaning } from '../shared/spokenDay';
import { ClientPicker } from './ClientPicker';
import { FieldInput } from './FieldInput';
import styles from './NewMatter.module.css';
import { TextQuestion } from './WhoQuestion';
import type { Draft } from './wish';

type Props = {
  kind: MatterKindBrief;
  kinds: MatterKinds;
  draft: Draft;
  /** The number that it has where none is written. */
  nextNo: string;
  dayError?: string;
  lean: Leaning;
  onChange: (part: Partial<Draft>) => void;
  onMove: (from: Element, move: Move) => void;
};

/** What is asked of a matter of the kind. */
export function KindQuestions({ kind, kinds, draft, nextNo, dayError, lean, onChange, onMove }: Props) {
  const { t } = useTranslation();
  const [first, ...rest] = kind.fields;
  const set = (id: string, value: string) => onChange({ fields: { ...draft.fields, [id]: value } });
  const milestone = draft.milestone ?? kind.begins.at(-1) ?? null;
  return (
    <>
      {kind.graded && (
        <Field label={t('matters.severity')} question="severity">
          <ChoiceGroup label={t('matters.severity')} testId="matter-severity" choices={kinds.severities.map(({ label, value }) => ({ value: label, label: value }))} value={draft.severity} onChange={(severity) => onChange({ severity })} onMove={(from, move) => onMove(from, move === 'onward' ? 'next' : move)} />
        </Field>
      )}
      {first && <FieldInput field={first} value={draft.fields[first.id] ?? ''} onChange={(value) => set(first.id, value)} onMove={onMove} />}
      <Field label={t('matters.milestone')} question="milestone">
        <ChoiceGroup label={t('matters.milestone')} testId="matter-milestone" choices={kind.milestones.map((known) => ({ value: known.kind, label: known.label }))} value={milestone} onChange={(next) => onChange({ milestone: next })} onMove={(from, move) => onMove(from, move === 'onward' ? 'next' : move)} />
      </Field>
      <Field label={t('matters.day')} question="day" error={dayError} hint={draft.day === '' ? t('matters.dayHint') : undefined}>
        <DayField label={t('matters.day')} withTime lean={lean} testId="matter-day" value={draft.day} onChange={(day) => onChange({ day })} onMove={onMove} />
      </Field>
      <People kinds={kinds} draft={draft} onChange={onChange} />
      {rest.map((field) => (
        <FieldInput key={field.id} field={field} value={draft.fields[field.id] ?? ''} onChange={(value) => set(field.id, value)} onMove={onMove} />
      ))}
      <Others kinds={kinds} draft={draft} onChange={onChange} />
      <TextQuestion name="no" label={t('matters.no')} placeholder={nextNo} value={draft.no} onChange={(no) => onChange({ no })} onMove={onMove} />
    </>
  );
}

type PartProps = Pick<Props, 'kinds' | 'draft' | 'onChange'>;

/** Who deals with it, and in which department. */
function People({ kinds, draft, onChange }: PartProps) {
  const { t } = useTranslation();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  return (
    <div className={styles.pair}>
      <Field label={t('matters.handler')} question="handler" passOver>
        <Select
          allowClear
          aria-label={t('matters.handler')}
          data-testid="matter-handler"
          showSearch={{ optionFilterProp: 'label' }}
          value={draft.handler}
          onChange={(handler: string | undefined) => onChange({ handler: handler ?? null, department: draft.department ?? staff.find((person) => person.id === handler)?.department ?? null })}
          options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
        />
      </Field>
      <Field label={t('matters.department')} question="department" passOver>
        <AutoComplete
          allowClear
          aria-label={t('matters.department')}
          data-testid="matter-department"
          value={draft.department}
          onChange={(department: string | undefined) => onChange({ department: department || null })}
          showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
          options={kinds.departments.map((value) => ({ value }))}
        />
      </Field>
    </div>
  );
}

/** Who else takes part, and as what. */
function Others({ kinds, draft, onChange }: PartProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const { others } = draft;
  return (
    <div className={styles.kinds}>
      {others.map((other, index) => (
        <div key={`${other.client.id}/${other.role}`} className={styles.other}>
          <span>
            {other.client.name} {other.client.place}
          </span>
          <Select
            aria-label={t('matters.role')}
            value={other.role}
            style={{ width: 120 }}
            onChange={(role) => onChange({ others: others.map((known, at) => (at === index ? { ...known, role } : known)) })}
            options={kinds.roles.map(({ label, value }) => ({ value: label, label: value }))}
          />
          <Button type="link" onClick={() => onChange({ others: others.filter((_, at) => at !== index) })}>
            {t('matters.remove')}
          </Button>
        </div>
      ))}
      {isAdding ? (
        <ClientPicker
          label={t('matters.addOther')}
          testId="matter-other"
          onPick={(who) => {
            if (who.kind === 'client') onChange({ others: [...others, { client: who.client, role: 'subject' }] });
            setAdding(false);
          }}
        />
      ) : (
        <Button type="link" style={{ justifySelf: 'start', padding: 0 }} data-testid="matter-add-other" onClick={() => setAdding(true)}>
          + {t('matters.addOther')}
        </Button>
      )}
    </div>
  );
}
