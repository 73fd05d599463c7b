import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useDayWords } from '../i18n/days';
import type { Gap, TaskForm } from '../platform/bindings';
import { isIme } from '../shared/ime';
import type { Move } from '../shared/questions';
import { useToday } from '../shared/today';
import answers from './answers/answers.module.css';
import styles from './CallSheet.module.css';
import { FieldQuestion } from './FieldQuestion';
import { restAt, restFrom } from './rest';
import { type Answer, type Filled, isAsked, isRequired, questionName, signedText, taskAnswers } from './sheet';

/** What can be done to a form. */
export type FormActs = {
  answer: (task: string, answers: Record<string, Answer>) => void;
  gap: (task: string, field: string, gap: Gap | null) => void;
  sign: (form: TaskForm, field: string, signature: string) => void;
};

type Props = {
  form: TaskForm;
  filled: Filled;
  channel: string;
  /** Several forms in one call: each says what it is. */
  isTitled: boolean;
  faultOf: (question: string) => string | undefined;
  on: FormActs;
  onMove: (from: Element, move: Move) => void;
};

/** The questions of one form, in the order in which they are answered; Ctrl+D: the rest as above. */
export function FormQuestions({ form, filled, channel, isTitled, faultOf, on, onMove }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const box = useRef<HTMLFieldSetElement>(null);
  const asked = form.fields.filter((field) => isAsked(field, form, filled, channel));
  const offered = restAt(asked, filled);

  const sayRest = (at: string) => {
    const rest = restFrom(at, asked, filled);
    if (!rest) return;
    flushSync(() => on.answer(form.task, Object.fromEntries(rest.fields.map((field) => [field, rest.level]))));
    const last = rest.fields.at(-1)!;
    const question = box.current?.querySelector(`[data-question="${CSS.escape(`${form.task}/${last}`)}"]`);
    if (question) onMove(question, 'onward');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey || event.key.toLowerCase() !== 'd' || offered === null) return;
    event.preventDefault();
    const question = (event.target as Element).closest<HTMLElement>('[data-question]')?.dataset.question;
    const here = asked.find((field) => questionName(form, field) === question)?.id ?? offered;
    sayRest(restFrom(here, asked, filled) ? here : offered);
  };
  return (
    <fieldset ref={box} className={styles.form} onKeyDown={onKeyDown}>
      {isTitled && <legend>{form.title}</legend>}
      {asked.map((field) => (
        <FieldQuestion
          key={field.id}
          field={field}
          question={questionName(form, field)}
          required={isRequired(field, form, filled.answers, channel)}
          answer={filled.answers[field.id]}
          gap={filled.gaps[field.id]}
          error={faultOf(questionName(form, field))}
          aside={
            field.id === offered && (
              <button type="button" tabIndex={-1} className={`${answers.link} ${answers.rest}`} onClick={() => sayRest(field.id)} data-testid="rest-as-above">
                {t('sheet.rest')} Ctrl D
              </button>
            )
          }
          signs={() => taskAnswers(form.task, form, filled, today, words)}
          isOutdated={filled.signed !== undefined && filled.signed !== signedText(form, filled)}
          onAnswer={(answer) => on.answer(form.task, { [field.id]: answer })}
          onGap={(gap) => on.gap(form.task, field.id, gap)}
          onSigned={(signature) => on.sign(form, field.id, signature)}
          onMove={onMove}
        />
      ))}
    </fieldset>
  );
}
