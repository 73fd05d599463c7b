import { dayWords } from '../i18n/days';
import type { RecordContact, TaskForm } from '../platform/bindings';
import { type Answer, answersOf, formFaults } from '../worklist/sheet';

/** A contact without a task as it is being written down. */
export type ContactSheet = {
  channel: string;
  purpose: string;
  /** Open tasks that it settles. */
  tasks: string[];
  answers: Record<string, Record<string, Answer>>;
  note: string;
};

export const emptyContact: ContactSheet = { channel: 'phone', purpose: 'business', tasks: [], answers: {}, note: '' };

type Fault = { question: string; text: 'calls.contact.noteNeeded' | ReturnType<typeof formFaults>[number]['text'] };

/** Everything that is wrong, in the order of the questions. Only what settles a task can do without words of its own. */
export function contactFaults(sheet: ContactSheet, forms: TaskForm[], today: string): Fault[] {
  const faults: Fault[] = forms.flatMap((form) => formFaults(form, sheet.answers[form.task] ?? {}, today, dayWords()));
  if (sheet.tasks.length === 0 && sheet.note.trim() === '') faults.push({ question: 'note', text: 'calls.contact.noteNeeded' });
  return faults;
}

/** The contact as it crosses the wire. Whoever rings or walks in is reached. */
export function contactOf(sheet: ContactSheet, client: string, forms: TaskForm[], today: string): RecordContact {
  const tasks = sheet.tasks.map((task) => {
    const form = forms.find((known) => known.task === task);
    return { task, answers: form ? answersOf(form, sheet.answers[task] ?? {}, today, dayWords()) : {} };
  });
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
