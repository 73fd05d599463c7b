import { dayWords } from '../i18n/days';
import type { RecordContact, TaskForm } from '../platform/bindings';
import { type Filled, formFaults, taskAnswers } from '../worklist/sheet';

/** A contact without a task as it is being written down. */
export type ContactSheet = {
  channel: string;
  purpose: string;
  /** Open tasks that it settles. */
  tasks: string[];
  note: string;
};

export const emptyContact: ContactSheet = { channel: 'phone', purpose: 'business', tasks: [], note: '' };

type Fault = { question: string; text: 'calls.contact.noteNeeded' | ReturnType<typeof formFaults>[number]['text'] };

/** Everything that is wrong, in the order of the questions. Only what settles a task can do without words of its own. */
export function contactFaults(sheet: ContactSheet, forms: TaskForm[], of: (task: string) => Filled, today: string): Fault[] {
  const faults: Fault[] = forms.flatMap((form) => formFaults(form, of(form.task), sheet.channel, today, dayWords()));
  if (sheet.tasks.length === 0 && sheet.note.trim() === '') faults.push({ question: 'note', text: 'calls.contact.noteNeeded' });
  return faults;
}

/** The contact as it crosses the wire. Whoever rings or walks in is reached. */
export function contactOf(sheet: ContactSheet, client: string, forms: TaskForm[], of: (task: string) => Filled, today: string): RecordContact {
  const tasks = sheet.tasks.map((task) => taskAnswers(task, forms.find((known) => known.task === task), of(task), today, dayWords()));
  return {
    client,
    matter: null,
    purpose: sheet.purpose,
    channel: sheet.channel,
    outcome: 'reached',
    on: null,
    again_on: null,
    phone: null,
    note: sheet.note.trim(),
    by: null,
    tasks,
  };
}
