import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { ClientEdit, ClientFieldBrief, ClientForm } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import type { Move } from '../shared/questions';
import styles from './archive.module.css';

const CHANNELS = ['phone', 'wechat', 'sms', 'home_visit'];

type Props = {
  form: ClientForm;
  edit: ClientEdit;
  onSet: (part: Partial<ClientEdit>) => void;
  onMove: (from: Element, move: Move) => void;
};

/** How he wishes to be contacted, then the fields of the sector and of the office. */
export function MoreFields({ form, edit, onSet, onMove }: Props) {
  const { t } = useTranslation();
  const { wish } = edit;
  const answer = (code: string, text: string) => onSet({ fields: { ...edit.fields, [code]: text } });
  return (
    <>
      <h3>{t('archive.wish')}</h3>
      <div className={styles.pair}>
        <Field label={t('archive.hours')} question="hours">
          <input className={fields.input} aria-label={t('archive.hours')} placeholder={t('archive.hoursExample')} data-testid="client-hours" value={wish.hours} onChange={(event) => onSet({ wish: { ...wish, hours: event.target.value } })} />
        </Field>
        <Field label={t('archive.note')} question="note">
          <input className={fields.input} aria-label={t('archive.note')} placeholder={t('archive.noteExample')} data-testid="client-note" value={wish.note} onChange={(event) => onSet({ wish: { ...wish, note: event.target.value } })} />
        </Field>
      </div>
      <Field label={t('archive.channel')} question="channel" passOver>
        <ChoiceGroup
          label={t('archive.channel')}
          testId="client-channel"
          choices={[{ value: '', label: t('archive.anyChannel') }, ...CHANNELS.map((value) => ({ value, label: codeText('channel', value) }))]}
          value={wish.channel}
          onChange={(channel) => onSet({ wish: { ...wish, channel } })}
          onMove={onMove}
        />
      </Field>
      {form.fields.length > 0 && <h3>{t('archive.more')}</h3>}
      <div className={styles.pair}>
        {form.fields.map((field) => (
          <Field key={field.code} label={field.label} question={field.code}>
            <Answer field={field} value={edit.fields[field.code] ?? ''} onChange={(text) => answer(field.code, text)} onMove={onMove} />
          </Field>
        ))}
      </div>
    </>
  );
}

type AnswerProps = { field: ClientFieldBrief; value: string; onChange: (text: string) => void; onMove: Props['onMove'] };

function Answer({ field, value, onChange, onMove }: AnswerProps) {
  const testId = `field-${field.code}`;
  if (field.kind === 'date') return <DayField label={field.label} testId={testId} lean="past" value={value} onChange={onChange} onMove={onMove} />;
  return (
    <>
      <input
        className={fields.input}
        inputMode={field.kind === 'number' ? 'decimal' : undefined}
        list={field.choices.length > 0 ? `choices-${field.code}` : undefined}
        aria-label={field.label}
        data-testid={testId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {field.choices.length > 0 && (
        <datalist id={`choices-${field.code}`}>
          {field.choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}
