import type { ClientBrief, MatterField, MatterKindBrief, MatterWish, ParticipantWish } from '../platform/bindings';
import type { Day } from '../shared/dates';

/** Whom a new matter concerns. */
export type Who =
  | { kind: 'open' }
  | { kind: 'client'; client: ClientBrief }
  | { kind: 'new'; name: string; phone: string; place: string }
  | { kind: 'nobody' };

/** Another client in it. */
export type Other = { client: ClientBrief; role: string };

/** What was written about a new matter so far. */
export type Draft = {
  who: Who;
  /** The number from which somebody called. */
  caller: string;
  kind: string | null;
  severity: string | null;
  /** The milestone with which it is registered; null: the kind's own. */
  milestone: string | null;
  day: string;
  department: string | null;
  handler: string | null;
  fields: Record<string, string>;
  no: string;
  others: Other[];
};

export const EMPTY: Draft = {
  who: { kind: 'open' },
  caller: '',
  kind: null,
  severity: null,
  milestone: null,
  day: '',
  department: null,
  handler: null,
  fields: {},
  no: '',
  others: [],
};

/** Whether anything was written. */
export function isWritten(draft: Draft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(EMPTY);
}

/** A telephone number, as somebody types or pastes one; null for what is none. */
export function asPhone(typed: string): string | null {
  const digits = typed.trim().replaceAll(/^\+?86(?=1\d{10}$)|[\s\-()]/g, '');
  return /^\d{7,12}$/.test(digits) ? digits : null;
}

/** The values of fields as the wire takes them: what was not written is left out. */
export function valuesOf(fields: MatterField[], typed: Record<string, string>): Record<string, unknown> {
  const given = fields.filter((field) => (typed[field.id] ?? '').trim() !== '');
  return Object.fromEntries(given.map((field) => [field.id, valueOf(field, typed[field.id] ?? '')]));
}

/** One value as the wire takes it; null: empty. */
export function valueOf(field: MatterField, typed: string): unknown {
  if (typed.trim() === '') return null;
  if (field.kind === 'yes_no') return typed === 'yes';
  return typed.trim();
}

/** The milestones with which the matter is registered; the day belongs to the last one. */
function milestonesOf(draft: Draft, kind: MatterKindBrief, moment: Day | null) {
  const chosen = draft.milestone ?? kind.begins.at(-1) ?? kind.milestones[0]?.kind;
  const before = chosen === kind.begins.at(-1) ? kind.begins.slice(0, -1) : [];
  const made = before.map((name) => ({ kind: name, on: null as string | null, note: '' }));
  return chosen === undefined ? made : [...made, { kind: chosen, on: moment, note: '' }];
}

/** What is asked of the office. `moment` is the day that was understood; null: today. */
export function wishOf(draft: Draft, kind: MatterKindBrief, moment: string | null): MatterWish {
  const { who } = draft;
  const others: ParticipantWish[] = draft.others.map(({ client, role }) => ({ client: client.id, role }));
  return {
    kind: kind.kind,
    client: who.kind === 'client' ? who.client.id : null,
    new_client: who.kind === 'new' ? { name: who.name, phone: who.phone, place: who.place } : null,
    caller: draft.caller,
    others,
    no: draft.no,
    severity: kind.graded ? draft.severity : null,
    department: draft.department,
    handler: draft.handler,
    fields: valuesOf(kind.fields, draft.fields),
    milestones: milestonesOf(draft, kind, moment),
    parent: null,
  };
}
