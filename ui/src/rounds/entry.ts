import type { FormField, RecordFollowUp, RoundVisit, TaskForm } from '../platform/bindings';
import type { Day } from '../shared/dates';
import { type DayWords, parseSpokenDay } from '../shared/spokenDay';
import { BLANK, type Fault, type Filled, formFaults, isRequired, taskAnswers } from '../worklist/sheet';

/** What stands in a row of a returned sheet, as typed so far. */
export type Entry = {
  outcome: string | null;
  /** What stands on the forms, by task. */
  forms: Record<string, Filled>;
  /** When the client wants to be visited again, as typed. */
  againOn: string;
  note: string;
};

export const EMPTY: Entry = { outcome: null, forms: {}, againOn: '', note: '' };

/** A returned sheet was filled in at the client's door. */
const CHANNEL = 'home_visit';

/** Whether anything was typed. */
export const isTyped = (entry: Entry): boolean => entry.outcome !== null || entry.note !== '' || entry.againOn !== '';

/** What stands on the form of a task. */
export const filledOf = (entry: Entry, task: string): Filled => entry.forms[task] ?? BLANK;

/** A field with the form it stands in. */
export type Asked = { form: TaskForm; field: FormField };

/** What is asked of a row: what the forms require, and nothing else: the paper has no room for more. */
export function askedOf(visit: RoundVisit, entry: Entry): Asked[] {
  if (entry.outcome !== 'reached') return [];
  return visit.forms.flatMap((form) =>
    form.fields.filter((field) => isRequired(field, form, filledOf(entry, form.task).answers, CHANNEL)).map((field) => ({ form, field })),
  );
}

/** Everything that is wrong with a row, in the order of its questions. */
export function faultsOf(visit: RoundVisit, entry: Entry, today: Day, words: DayWords): Fault[] {
  if (entry.outcome === null) return [{ question: 'outcome', text: 'sheet.requiredOutcome' }];
  if (entry.outcome === 'call_back' && parseSpokenDay(entry.againOn, today, words) === null) return [{ question: 'again_on', text: 'sheet.badDay' }];
  if (entry.outcome !== 'reached') return [];
  return visit.forms.flatMap((form) => formFaults(form, filledOf(entry, form.task), CHANNEL, today, words));
}

/** The row as an ordinary record: by the visitor, on the day of the round. */
export function recordOf(visit: RoundVisit, entry: Entry, by: string, on: Day, today: Day, words: DayWords): RecordFollowUp {
  const asked = askedOf(visit, entry);
  const tasks = visit.forms.map((form) => {
    const fields = asked.filter((other) => other.form.task === form.task).map(({ field }) => field);
    return taskAnswers(form.task, { ...form, fields }, filledOf(entry, form.task), today, words);
  });
  return {
    tasks,
    channel: CHANNEL,
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
