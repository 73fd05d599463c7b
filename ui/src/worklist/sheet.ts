import type { FormField, Gap, RecordFollowUp, TaskAnswers, TaskDetail, TaskForm } from '../platform/bindings';
import type { Day } from '../shared/dates';
import { readMoment } from '../calls/hours';
import { type DayWords, parseSpokenDay } from '../shared/spokenDay';

/** An answer as it stands on the sheet: what was chosen or typed, not yet understood. */
export type Answer = string | boolean | string[];

/** What one form holds: answers by field, why there is none, and the answers as they stood when it was signed. */
export type Filled = { answers: Record<string, Answer>; gaps: Record<string, Gap>; signed?: string };

/** A form on which nothing stands. */
export const BLANK: Filled = { answers: {}, gaps: {} };

/** A sheet that is being filled in. */
export type Sheet = {
  channel: string;
  outcome: string | null;
  /** What stands on the forms, by task. */
  forms: Record<string, Filled>;
  /** Files that were taken with the contact, besides those that answer a field. */
  attachments: string[];
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
export type Fault = { question: string; text: FaultText };
type FaultText = `sheet.${'required' | 'requiredOutcome' | 'badDay' | 'badNumber' | 'outOfBounds' | 'gapReason' | 'signedBefore'}`;

/** A sheet on which nothing is written: the policy's first channel, and every task that the same contact can settle. */
export function emptySheet(detail: TaskDetail): Sheet {
  const together = detail.together.filter((task) => task.action === 'contact').map((task) => task.id);
  return { channel: detail.row.channels[0] ?? 'phone', outcome: null, forms: {}, attachments: [], againOn: '', note: '', exception: '', together };
}

/** The form with the reason why a field has no answer, or without it. A field with a reason has no answer. */
export function withGap(filled: Filled, field: string, gap: Gap | null): Filled {
  const without = <T,>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== field));
  return { ...filled, answers: gap ? without(filled.answers) : filled.answers, gaps: gap ? { ...filled.gaps, [field]: gap } : without(filled.gaps) };
}

/** Whether a person has written anything on it. */
export function isWritten(sheet: Sheet): boolean {
  const answered = Object.values(sheet.forms).some(({ answers, gaps }) => Object.keys({ ...answers, ...gaps }).length > 0);
  return sheet.outcome !== null || answered || sheet.note !== '' || sheet.againOn !== '' || sheet.attachments.length > 0;
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

/** What stands on the form of a task. */
export function filledOf(sheet: Sheet, task: string): Filled {
  return sheet.forms[task] ?? BLANK;
}

function isBlank(answer: Answer | undefined): boolean {
  return answer === undefined || (typeof answer !== 'boolean' && answer.length === 0);
}

/** Whether an answer is needed, given the channel and what stands on the rest of the form. */
export function isRequired(field: FormField, form: TaskForm, answers: Record<string, Answer>, channel: string): boolean {
  if (field.required || field.required_by.includes(channel)) return true;
  if (field.required_if === null) return false;
  const other = form.fields.find((known) => known.id === field.required_if);
  const answer = answers[field.required_if];
  return answer === true || (typeof answer === 'string' && other?.dissatisfied.includes(answer) === true);
}

/** Channels by which the client sits in front of nobody: there is nothing to sign. */
const FROM_AFAR = ['phone', 'online', 'wechat', 'sms', 'email'];

/** A field that only an earlier answer makes necessary is not asked before; a signature not of who is far away. */
export function isAsked(field: FormField, form: TaskForm, filled: Filled, channel: string): boolean {
  if (isRequired(field, form, filled.answers, channel)) return true;
  const isTooFar = field.kind === 'signature' && FROM_AFAR.includes(channel) && isBlank(filled.answers[field.id]);
  return field.required_if === null && !isTooFar;
}

/** What a signature stands under: everything on the form but the signatures. */
export function signedText(form: TaskForm, { answers, gaps }: Filled): string {
  const fields = form.fields.filter((field) => field.kind !== 'signature');
  return JSON.stringify(fields.map(({ id }) => [id, isBlank(answers[id]) ? null : answers[id], gaps[id] ?? null]));
}

function badNumber(field: FormField, answer: Answer): FaultText | null {
  const number = Number(answer);
  if (Number.isNaN(number)) return 'sheet.badNumber';
  const isOut = (field.min !== null && number < field.min) || (field.max !== null && number > field.max);
  return isOut ? 'sheet.outOfBounds' : null;
}

function fieldFault(field: FormField, form: TaskForm, filled: Filled, sheet: Pick<Sheet, 'channel'>, today: Day, words: DayWords): FaultText | null {
  const answer = filled.answers[field.id];
  if (isBlank(answer)) {
    const gap = filled.gaps[field.id];
    if (gap) return gap.reason.trim() === '' ? 'sheet.gapReason' : null;
    return isRequired(field, form, filled.answers, sheet.channel) ? 'sheet.required' : null;
  }
  if (field.kind === 'date') return parseSpokenDay(String(answer), today, words) === null ? 'sheet.badDay' : null;
  if (field.kind === 'number') return badNumber(field, answer!);
  const isOutdated = field.kind === 'signature' && filled.signed !== undefined && filled.signed !== signedText(form, filled);
  return isOutdated ? 'sheet.signedBefore' : null;
}

/** Everything that is wrong with one form. */
export function formFaults(form: TaskForm, filled: Filled, channel: string, today: Day, words: DayWords): Fault[] {
  return form.fields.flatMap((field) => {
    const text = fieldFault(field, form, filled, { channel }, today, words);
    return text ? [{ question: questionName(form, field), text }] : [];
  });
}

/** Everything that is wrong, in the order of the questions. */
export function faultsOf(sheet: Sheet, detail: TaskDetail, today: Day, words: DayWords): Fault[] {
  if (sheet.outcome === null) return [{ question: 'outcome', text: 'sheet.requiredOutcome' }];
  if (sheet.outcome === 'call_back') {
    return readMoment(sheet.againOn, today) === null ? [{ question: 'again_on', text: 'sheet.badDay' }] : [];
  }
  return askedForms(sheet, detail).flatMap((form) => formFaults(form, filledOf(sheet, form.task), sheet.channel, today, words));
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

/** What stands on the form of a task, as it crosses the wire. */
export function taskAnswers(task: string, form: TaskForm | undefined, filled: Filled, today: Day, words: DayWords): TaskAnswers {
  const fields = form?.fields ?? [];
  const known = fields.filter((field) => !isBlank(filled.answers[field.id]));
  const open = fields.filter((field) => isBlank(filled.answers[field.id]) && filled.gaps[field.id]);
  return {
    task,
    answers: Object.fromEntries(known.map((field) => [field.id, wireAnswer(field, filled.answers[field.id]!, today, words)])),
    unanswered: Object.fromEntries(open.map((field) => [field.id, filled.gaps[field.id]!])),
  };
}

/** The sheet as it crosses the wire. Before the outcome is chosen there is nothing to send. */
export function followUpOf(sheet: Sheet, detail: TaskDetail, today: Day, words: DayWords): RecordFollowUp | null {
  return sheet.outcome === null ? null : asWritten(sheet, detail, today, words);
}

/** The sheet as it stands, whether or not it can be saved: what is printed. */
export function asWritten(sheet: Sheet, detail: TaskDetail, today: Day, words: DayWords): RecordFollowUp {
  const forms = askedForms(sheet, detail);
  const tasks = [detail.row.id, ...sheet.together].map((task) => {
    const form = forms.find((asked) => asked.task === task);
    return taskAnswers(task, form, filledOf(sheet, task), today, words);
  });
  const isLater = sheet.outcome === 'call_back';
  return {
    tasks,
    channel: sheet.channel,
    outcome: sheet.outcome ?? '',
    on: null,
    again_on: isLater ? readMoment(sheet.againOn, today) : null,
    phone: sheet.channel === 'phone' ? phoneOf(sheet, detail) : null,
    note: sheet.note.trim(),
    by: null,
    exception: sheet.exception.trim() || null,
    attachments: sheet.attachments,
  };
}
