import type { FormField, RecordFollowUp, TaskDetail, TaskForm } from '../platform/bindings';
import type { Day } from '../shared/dates';
import { readMoment } from '../calls/hours';
import { type DayWords, parseSpokenDay } from '../shared/spokenDay';

/** An answer as it stands on the sheet: what was chosen or typed, not yet understood. */
export type Answer = string | boolean | string[];

/** A sheet that is being filled in. */
export type Sheet = {
  channel: string;
  outcome: string | null;
  /** Answers by task and field. */
  answers: Record<string, Record<string, Answer>>;
  /** When the client wants to be contacted again, as typed. */
  againOn: string;
  note: string;
  /** The approved reason for a recheck by the rectifier himself. */
  exception: string;
  /** Other tasks that the same contact settles. */
  together: string[];
  /** The number that is rung; none chosen: the first that is not known to be wrong. */
  phone?: string;
};

/** What is wrong with a question: the question's name and the catalogue's key. */
export type Fault = { question: string; text: 'sheet.required' | 'sheet.requiredOutcome' | 'sheet.badDay' | 'sheet.badNumber' };

/** A sheet on which nothing is written: the policy's first channel, and every task that the same contact can settle. */
export function emptySheet(detail: TaskDetail): Sheet {
  const together = detail.together.filter((task) => task.action === 'contact').map((task) => task.id);
  return { channel: detail.row.channels[0] ?? 'phone', outcome: null, answers: {}, againOn: '', note: '', exception: '', together };
}

/** Whether a person has written anything on it. */
export function isWritten(sheet: Sheet): boolean {
  const answered = Object.values(sheet.answers).some((answers) => Object.keys(answers).length > 0);
  return sheet.outcome !== null || answered || sheet.note !== '' || sheet.againOn !== '';
}

/** The forms that are asked now: none before the client was reached. */
export function askedForms(sheet: Sheet, detail: TaskDetail): TaskForm[] {
  if (sheet.outcome !== 'reached') return [];
  return detail.forms.filter((form) => form.task === detail.row.id || sheet.together.includes(form.task));
}

/** The name of a field's question. */
export function questionName(form: TaskForm, field: FormField): string {
  return `${form.task}/${field.id}`;
}

function isBlank(answer: Answer | undefined): boolean {
  return answer === undefined || (typeof answer !== 'boolean' && answer.length === 0);
}

/** Whether an answer is needed, given what stands on the rest of the form. */
export function isRequired(field: FormField, form: TaskForm, answers: Record<string, Answer>): boolean {
  if (field.required) return true;
  if (field.required_if === null) return false;
  const other = form.fields.find((known) => known.id === field.required_if);
  const answer = answers[field.required_if];
  return answer === true || (typeof answer === 'string' && other?.dissatisfied.includes(answer) === true);
}

function fieldFault(field: FormField, form: TaskForm, answers: Record<string, Answer>, today: Day, words: DayWords): Fault | null {
  const question = questionName(form, field);
  const answer = answers[field.id];
  if (isBlank(answer)) return isRequired(field, form, answers) ? { question, text: 'sheet.required' } : null;
  if (field.kind === 'date' && parseSpokenDay(String(answer), today, words) === null) return { question, text: 'sheet.badDay' };
  if (field.kind === 'number' && Number.isNaN(Number(answer))) return { question, text: 'sheet.badNumber' };
  return null;
}

/** Everything that is wrong, in the order of the questions. */
export function faultsOf(sheet: Sheet, detail: TaskDetail, today: Day, words: DayWords): Fault[] {
  if (sheet.outcome === null) return [{ question: 'outcome', text: 'sheet.requiredOutcome' }];
  if (sheet.outcome === 'call_back') {
    return readMoment(sheet.againOn, today) === null ? [{ question: 'again_on', text: 'sheet.badDay' }] : [];
  }
  return askedForms(sheet, detail).flatMap((form) => formFaults(form, sheet.answers[form.task] ?? {}, today, words));
}

/** What is wrong with the answers of one form. */
export function formFaults(form: TaskForm, answers: Record<string, Answer>, today: Day, words: DayWords): Fault[] {
  return form.fields.flatMap((field) => fieldFault(field, form, answers, today, words) ?? []);
}

/** The answers of one form as they cross the wire. */
export function answersOf(form: TaskForm, written: Record<string, Answer>, today: Day, words: DayWords): Record<string, unknown> {
  const known = form.fields.filter((field) => !isBlank(written[field.id]));
  return Object.fromEntries(known.map((field) => [field.id, wireAnswer(field, written[field.id]!, today, words)]));
}

/** The number that is rung: what the person chose, else the first that is not known to be wrong. */
export function phoneOf(sheet: Sheet, detail: TaskDetail): string | null {
  const numbers = detail.phones.map((phone) => phone.value);
  if (sheet.phone !== undefined && numbers.includes(sheet.phone)) return sheet.phone;
  return numbers.find((number) => !detail.calling.wrong.includes(number)) ?? numbers[0] ?? null;
}

/** Whether the client was not reached and did not say when to try again: nothing more is asked then. */
export function isMissed(outcome: string | null): boolean {
  return outcome !== null && outcome !== 'reached' && outcome !== 'call_back';
}

function wireAnswer(field: FormField, answer: Answer, today: Day, words: DayWords): unknown {
  if (field.kind === 'date') return parseSpokenDay(String(answer), today, words) ?? answer;
  if (field.kind === 'number') return Number.isNaN(Number(answer)) ? answer : Number(answer);
  return answer;
}

/** The sheet as it crosses the wire. Before the outcome is chosen there is nothing to send. */
export function followUpOf(sheet: Sheet, detail: TaskDetail, today: Day, words: DayWords): RecordFollowUp | null {
  if (sheet.outcome === null) return null;
  const forms = askedForms(sheet, detail);
  const tasks = [detail.row.id, ...sheet.together].map((task) => {
    const form = forms.find((asked) => asked.task === task);
    return { task, answers: form ? answersOf(form, sheet.answers[task] ?? {}, today, words) : {} };
  });
  const isLater = sheet.outcome === 'call_back';
  return {
    tasks,
    channel: sheet.channel,
    outcome: sheet.outcome,
    on: null,
    again_on: isLater ? readMoment(sheet.againOn, today) : null,
    phone: sheet.channel === 'phone' ? phoneOf(sheet, detail) : null,
    note: sheet.note.trim(),
    by: null,
    exception: sheet.exception.trim() || null,
  };
}
