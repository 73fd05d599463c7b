import { useTranslation } from 'react-i18next';
import { MomentField } from '../calls/MomentField';
import { type CodeGroup, codesOf, codeText } from '../i18n/codes';
import type { TaskDetail } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import type { Move } from '../shared/questions';
import styles from './CallSheet.module.css';
import { TextAnswer } from './answers/TextAnswer';
import { type FormActs, FormQuestions } from './FormQuestions';
import { askedForms, type Fault, filledOf, type Sheet } from './sheet';

type Props = {
  detail: TaskDetail;
  sheet: Sheet;
  faults: Fault[];
  onSet: (part: Partial<Sheet>) => void;
  on: FormActs;
  onMove: (from: Element, move: Move) => void;
  /** The channel is said: on to the first question. */
  onChannel: () => void;
  /** The recheck is by the rectifier himself: the approved reason is asked. */
  asksException: boolean;
};

/** What came of the try is said in the words of the channel: nobody picks up a letter. */
function outcomeWords(channel: string): CodeGroup {
  if (channel === 'phone' || channel === 'online') return 'outcome';
  return channel === 'home_visit' || channel === 'in_office' ? 'outcomeVisit' : 'outcomeWritten';
}

/** The questions of the sheet, in the order in which they are answered. */
export function Questions({ detail, sheet, faults, onSet, on, onMove, onChannel, asksException }: Props) {
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
          onMove={onChannel}
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
        <FormQuestions
          key={form.task}
          form={form}
          filled={filledOf(sheet, form.task)}
          channel={sheet.channel}
          isTitled={forms.length > 1}
          faultOf={faultOf}
          on={on}
          onMove={onMove}
        />
      ))}
      {asksException && (
        <Field label={t('sheet.exception')} question="exception">
          <TextAnswer
            label={t('sheet.exception')}
            testId="exception"
            invalid={false}
            value={sheet.exception}
            onChange={(exception) => onSet({ exception })}
            onMove={onMove}
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
