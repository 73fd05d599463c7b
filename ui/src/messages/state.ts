import { create } from 'zustand';
import type { ClientBrief, ComposeMessages, MessageTextRow } from '../platform/bindings';

/** Whom messages may be for, in the order of the choices. */
export const KINDS = ['tasks', 'festival', 'birthday', 'class', 'clients'] as const;
export type Kind = (typeof KINDS)[number];

/** What is being written, and to whom. It outlives a look at another page. */
type Writing = {
  /** The text that it began with, by which the list marks it. */
  from: string | null;
  title: string;
  purpose: string;
  text: string;
  channel: 'sms' | 'wechat';
  kind: Kind;
  class: string | null;
  festival: string | null;
  /** Of a festival: those whom the policies ask for (null), everybody (empty), a class. */
  among: string | null;
  lunar: boolean;
  days: number;
  clients: ClientBrief[];
  again: boolean;
  leaveOut: string[];
};

type Messages = Writing & {
  set: (some: Partial<Writing>) => void;
  /** Begins with a text; whom it is for stays. */
  take: (text: MessageTextRow) => void;
};

const NOTHING: Writing = {
  from: null,
  title: '',
  purpose: 'other',
  text: '',
  channel: 'sms',
  kind: 'tasks',
  class: null,
  festival: null,
  among: null,
  lunar: false,
  days: 7,
  clients: [],
  again: false,
  leaveOut: [],
};

/** Another list: who was left out of the one before says nothing about it. */
const LIST_KEYS = ['channel', 'kind', 'class', 'festival', 'among', 'lunar', 'days', 'clients'] as const;

export const useMessages = create<Messages>((set) => ({
  ...NOTHING,
  set: (some) => set(LIST_KEYS.some((key) => key in some) ? { leaveOut: [], again: false, ...some } : some),
  take: ({ id, title, purpose, text }) => set({ from: id, title, purpose, text }),
}));

/** Begins anew; for tests. */
export const clearMessages = (): void => useMessages.setState(NOTHING);

/** What is asked of the core; null while it is not said whom. */
export function wishOf(state: Writing, festivals: readonly { code: string; asked: number }[], classes: readonly { name: string }[]): ComposeMessages | null {
  const { kind, channel, text, title, again, leaveOut } = state;
  const festival = festivals.find((known) => known.code === state.festival) ?? festivals[0];
  const of = { class: null as string | null, festival: null as string | null, lunar: state.lunar, days: state.days, clients: state.clients.map((client) => client.id) };
  if (kind === 'class') {
    of.class = state.class ?? classes[0]?.name ?? null;
    if (of.class === null) return null;
  }
  if (kind === 'festival') {
    if (!festival) return null;
    of.festival = festival.code;
    of.class = amongOf(state, festival);
  }
  if (kind === 'clients' && of.clients.length === 0) return null;
  return { channel, title: title.trim(), text, to: { kind, ...of }, again, leave_out: leaveOut };
}

/** Among whom a festival is greeted: as chosen or, where the policies ask for nobody, everybody. */
export function amongOf(state: { among: string | null }, festival: { asked: number }): string | null {
  return state.among === null && festival.asked === 0 ? '' : state.among;
}
