import type { ClientChecks, ClientEdit, ClientForm, ContactEdit, StaffBrief } from '../platform/bindings';
import type { Day } from '../shared/dates';
import { type DayWords, parseSpokenDay } from '../shared/spokenDay';

/** What a person cleared or wrote himself: it is not filled in again. */
export type Touched = { born: boolean; sex: boolean };

export const noContact = (relation: string): ContactEdit => ({ relation, name: '', phones: '', wechat: '', do_not_contact: false });

/** The form with what the identity number says where nobody has written anything. */
export function filledIn(edit: ClientEdit, checks: ClientChecks | undefined, touched: Touched): ClientEdit {
  const born = edit.born === '' && !touched.born ? (checks?.born ?? '') : edit.born;
  const sex = edit.sex === '' && !touched.sex ? (checks?.sex ?? '') : edit.sex;
  return { ...edit, born, sex };
}

/** Days as people type them, and the person of staff whose name was typed, as the core knows them. */
export function asWire(edit: ClientEdit, form: ClientForm, staff: StaffBrief[], today: Day, words: DayWords): ClientEdit {
  const day = (typed: string) => parseSpokenDay(typed, today, words, 'past') ?? typed.trim();
  const dates = form.fields.filter((field) => field.kind === 'date').map((field) => field.code);
  const fields = Object.fromEntries(Object.entries(edit.fields).map(([code, text]) => [code, dates.includes(code) ? day(text ?? '') : (text ?? '')]));
  const assignee = staff.find((person) => person.name === edit.assignee.trim())?.id ?? edit.assignee;
  return { ...edit, born: day(edit.born), since: day(edit.since), assignee, fields };
}

/** The form as it is shown: the person responsible by name. */
export function asShown(edit: ClientEdit, staff: StaffBrief[]): ClientEdit {
  return { ...edit, assignee: staff.find((person) => person.id === edit.assignee)?.name ?? edit.assignee };
}
