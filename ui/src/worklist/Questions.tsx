import { useTranslation } from 'react-i18next';
import { MomentField } from '../calls/MomentField';
import { type CodeGroup, codesOf, codeText } from '../i18n/codes';
import type { FormField, TaskDetail, TaskForm } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import type { Move } from '../shared/questions';
import styles from './CallSheet.module.css';
import { FieldQuestion } from './FieldQuestion';
import { type Answer, askedForms, type Fault, isRequired, questionName, type Sheet } from './sheet';

type Props = {
  detail: TaskDetail;
  sheet: Sheet;
  faults: Fault[];
  onSet: (part: Partial<Sheet>) => void;
  onAnswer: (task: string, field: string, answer: Answer) => void;
  onMove: (from: Element, move: Move) => void;
  /** The recheck is by the rectifier himself: the approved reason is asked. */
  asksException: boolean;
};

/** What came of the try is said in the words of the channel: nobody picks up a letter. */
function outcomeWords(channel: string): CodeGroup {
  if (channel === 'phone' || channel === 'online') return 'outcome';
  return channel === 'home_visit' || channel === 'in_office' ? 'outcomeVisit' : 'outcomeWritten';
}

/** A field that only an earlier answer makes necessary is not asked before. */
function isAsked(field: FormField, form: TaskForm, sheet: Sheet): boolean {
  return field.required_if === null || isRequired(field, form, sheet.answers[form.task] ?? {});
}

/** The questions of the sheet, in the order in which they are answered. */
export function Questions({ detail, sheet, faults, onSet, onAnswer, onMove, asksException }: Props) {
  const { t } = useTranslation();
  const faultOf = (question: string) => {
    const fault = faults.find((known) => known.question === question);
    return fault && t(fault.text);
  };
  const forms = askedForms(sheet, detail);
  const channels = detail.row.channels.length > 0 ? detail.row.channels : ['phone'];
  return (
    <>
      <div className={styles.channel}>
        <span>{t('sheet.channel')}</span>
        <ChoiceGroup
          quiet
          label={t('sheet.channel')}
          testId="channel"
          choices={channels.map((value) => ({ value, label: codeText('channel', value) }))}
          value={sheet.channel}
          onChange={(channel) => onSet({ channel })}
        />
      </div>
      <Field label={t('sheet.outcome')} required question="outcome" error={faultOf('outcome')}>
        <ChoiceGroup
          label={t('sheet.outcome')}
          testId="outcome"
          choices={codesOf(outcomeWords(sheet.channel))}
          value={sheet.outcome}
          invalid={faultOf('outcome') !== undefined}
          onChange={(outcome) => onSet({ outcome })}
          onMove={onMove}
        />
      </Field>
      {sheet.outcome === 'call_back' && (
        <Field label={t('sheet.again_on')} required question="again_on" error={faultOf('again_on')}>
          <MomentField label={t('sheet.again_on')} testId="again-on" value={sheet.againOn} onChange={(againOn) => onSet({ againOn })} onMove={onMove} />
        </Field>
      )}
      {forms.map((form) => (
        <fieldset key={form.task} className={styles.form}>
          {forms.length > 1 && <legend>{form.title}</legend>}
          {form.fields.filter((field) => isAsked(field, form, sheet)).map((field) => (
            <FieldQuestion
              key={field.id}
              field={field}
              question={questionName(form, field)}
              required={isRequired(field, form, sheet.answers[form.task] ?? {})}
              answer={sheet.answers[form.task]?.[field.id]}
              error={faultOf(questionName(form, field))}
              onAnswer={(answer) => onAnswer(form.task, field.id, answer)}
              onMove={onMove}
            />
          ))}
        </fieldset>
      ))}
      {asksException && (
        <Field label={t('sheet.exception')} question="exception">
          <input
            className={fields.input}
            aria-label={t('sheet.exception')}
            data-testid="exception"
            value={sheet.exception}
            onChange={(event) => onSet({ exception: event.target.value })}
          />
        </Field>
      )}
      <Field label={t('sheet.note')} question="note">
        <textarea
          className={fields.input}
          rows={2}
          aria-label={t('sheet.note')}
          placeholder={t('sheet.notePlaceholder')}
          data-testid="note"
          value={sheet.note}
          onChange={(event) => onSet({ note: event.target.value })}
        />
      </Field>
    </>
  );
}
