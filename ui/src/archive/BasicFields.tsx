import { useTranslation } from 'react-i18next';
import type { ClientChecks, ClientEdit, ClientForm, StaffBrief } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import type { Move } from '../shared/questions';
import styles from './archive.module.css';
import { Notes } from './Notes';

type Props = {
  form: ClientForm;
  /** With what the identity number fills in. */
  edit: ClientEdit;
  /** As somebody wrote it. */
  typed: ClientEdit;
  staff: StaffBrief[];
  checks: ClientChecks | undefined;
  nameMissing: boolean;
  onSet: (part: Partial<ClientEdit>) => void;
  onMove: (from: Element, move: Move) => void;
  onLeave: () => void;
};

/** Who the client is. */
export function BasicFields({ form, edit, typed, staff, checks, nameMissing, onSet, onMove, onLeave }: Props) {
  const { t } = useTranslation();
  const notes = checks?.notes ?? [];
  const note = (of: string) => <Notes of={of} notes={notes} onLeave={onLeave} />;
  const input = (name: 'name' | 'no' | 'id_number' | 'place' | 'assignee', list?: string) => (
    <input
      className={fields.input}
      list={list}
      aria-label={t(`archive.field.${name}`)}
      aria-invalid={(name === 'name' && nameMissing) || undefined}
      data-testid={`client-${name}`}
      value={edit[name]}
      onChange={(event) => onSet({ [name]: event.target.value })}
    />
  );
  const filled = (name: 'born' | 'sex') => typed[name] === '' && edit[name] !== '' && <span className={styles.filled}>{t('archive.filledIn')}</span>;
  const byNumber = (name: 'born' | 'sex') => (
    <Notes of={name} notes={notes}>
      {checks?.[name] && edit[name] !== checks[name] && (
        <button type="button" tabIndex={-1} className={styles.link} data-testid={`take-${name}`} onClick={() => onSet({ [name]: checks[name]! })}>
          {t('archive.takeIt')}
        </button>
      )}
    </Notes>
  );
  const aside = [checks?.lunar && t('archive.lunar', { day: checks.lunar }), checks?.age != null && t('archive.age', { age: checks.age })];
  return (
    <>
      <Field label={t('archive.field.name')} question="name" required error={nameMissing ? t('archive.nameNeeded') : undefined}>
        {input('name')}
      </Field>
      <Field label={t('archive.field.id_number')} question="id_number">
        {input('id_number')}
        {note('id_number')}
      </Field>
      <div className={styles.third}>
        <Field label={t('archive.field.sex')} question="sex" aside={filled('sex')}>
          <ChoiceGroup
            label={t('archive.field.sex')}
            testId="client-sex"
            choices={[
              { value: 'male', label: t('archive.male') },
              { value: 'female', label: t('archive.female') },
            ]}
            value={edit.sex || null}
            onChange={(sex) => onSet({ sex })}
            onMove={onMove}
          />
          {byNumber('sex')}
        </Field>
        <Field label={t('archive.field.born')} question="born" aside={<>{aside.filter(Boolean).join(' · ')} {filled('born')}</>}>
          <DayField label={t('archive.field.born')} testId="client-born" lean="past" placeholder={t('archive.bornExample')} value={edit.born} onChange={(born) => onSet({ born })} onMove={onMove} />
          {byNumber('born')}
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label={t('archive.field.place')} question="place" hint={form.edit.place && edit.place !== form.edit.place ? t('archive.moves') : undefined}>
          {input('place')}
          {note('place')}
        </Field>
        <Field label={t('archive.field.no')} question="no">
          {input('no')}
          {note('no')}
        </Field>
      </div>
      <Field label={t('archive.field.since')} question="since">
        <DayField label={t('archive.field.since')} testId="client-since" lean="past" value={edit.since} onChange={(since) => onSet({ since })} onMove={onMove} />
        {note('since')}
      </Field>
      <div className={styles.pair}>
        <Field label={t('archive.field.assignee')} question="assignee">
          {input('assignee', 'staff-names')}
          <datalist id="staff-names">
            {staff.map((person) => (
              <option key={person.id} value={person.name}>
                {person.role}
              </option>
            ))}
          </datalist>
        </Field>
        <Classes form={form} edit={edit} onSet={onSet} />
      </div>
    </>
  );
}

/** Classes given by hand, parted by blanks; those in use are proposed. */
function Classes({ form, edit, onSet }: { form: ClientForm; edit: ClientEdit; onSet: (part: Partial<ClientEdit>) => void }) {
  const { t } = useTranslation();
  const rest = form.classes.filter((name) => !edit.classes.includes(name)).slice(0, 5);
  return (
    <Field label={t('archive.field.classes')} question="classes">
      <input
        className={fields.input}
        aria-label={t('archive.field.classes')}
        data-testid="client-classes"
        defaultValue={edit.classes.join(' ')}
        key={edit.classes.join(' ')}
        onBlur={(event) => onSet({ classes: event.target.value.split(/[\s\u3001\uff0c,]+/).filter(Boolean) })}
      />
      {rest.length > 0 && (
        <span>
          {rest.map((name) => (
            <button key={name} type="button" tabIndex={-1} className={styles.link} data-testid="class-hint" onClick={() => onSet({ classes: [...edit.classes, name] })}>
              + {name}
            </button>
          ))}
        </span>
      )}
    </Field>
  );
}
