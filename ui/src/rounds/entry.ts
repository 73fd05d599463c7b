import type { FormField, RecordFollowUp, RoundVisit, TaskForm } from '../platform/bindings';
import type { Day } from '../shared/dates';
import { type DayWords, parseSpokenDay } from '../shared/spokenDay';
import { type Answer, isRequired, questionName } from '../worklist/sheet';

/** What stands in a row of a returned sheet, as typed so far. */
export type Entry = {
  outcome: string | null;
  /** Answers by task and field. */
  answers: Record<string, Record<string, Answer>>;
  /** When the client wants to be visited again, as typed. */
  againOn: string;
  note: string;
};

export const EMPTY: Entry = { outcome: null, answers: {}, againOn: '', note: '' };

/** Whether anything was typed. */
export const isTyped = (entry: Entry): boolean => entry.outcome !== null || entry.note !== '' || entry.againOn !== '';

/** A field with the form it stands in. */
export type Asked = { form: TaskForm; field: FormField };

/** What is asked of a row: what the forms require, and nothing else: the paper has no room for more. */
export function askedOf(visit: RoundVisit, entry: Entry): Asked[] {
  if (entry.outcome !== 'reached') return [];
  return visit.forms.flatMap((form) =>
    form.fields.filter((field) => isRequired(field, form, entry.answers[form.task] ?? {}, 'home_visit')).map((field) => ({ form, field })),
  );
}

/** The questions of a row that have no answer yet, in order. */
export function missingOf(visit: RoundVisit, entry: Entry, today: Day, words: DayWords): string[] {
  if (entry.outcome === null) return ['outcome'];
  if (entry.outcome === 'call_back' && parseSpokenDay(entry.againOn, today, words) === null) return ['again_on'];
  return askedOf(visit, entry).flatMap(({ form, field }) => (isAnswered(field, entry.answers[form.task]?.[field.id], today, words) ? [] : [questionName(form, field)]));
}

function isAnswered(field: FormField, answer: Answer | undefined, today: Day, words: DayWords): boolean {
  if (answer === undefined || (typeof answer !== 'boolean' && answer.length === 0)) return false;
  if (field.kind === 'date') return parseSpokenDay(String(answer), today, words) !== null;
  return field.kind !== 'number' || !Number.isNaN(Number(answer));
}

/** The row as an ordinary record: by the visitor, on the day of the round. */
export function recordOf(visit: RoundVisit, entry: Entry, by: string, on: Day, today: Day, words: DayWords): RecordFollowUp {
  const asked = askedOf(visit, entry);
  const answersOf = (form: TaskForm) => {
    const mine = asked.filter((other) => other.form.task === form.task);
    return Object.fromEntries(mine.map(({ field }) => [field.id, wireAnswer(field, entry.answers[form.task]?.[field.id], today, words)]));
  };
  return {
    tasks: visit.forms.map((form) => ({ task: form.task, answers: answersOf(form), unanswered: {} })),
    channel: 'home_visit',
    outcome: entry.outcome ?? '',
    on,
    again_on: entry.outcome === 'call_back' ? parseSpokenDay(entry.againOn, today, words) : null,
    note: entry.note.trim(),
    by,
    exception: null,
    phone: null,
    attachments: [],
  };
}

function wireAnswer(field: FormField, answer: Answer | undefined, today: Day, words: DayWords): unknown {
  if (field.kind === 'date') return parseSpokenDay(String(answer), today, words) ?? answer;
  return field.kind === 'number' ? Number(answer) : answer;
}
