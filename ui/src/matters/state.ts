import { create } from 'zustand';
import type { ClientBrief, MatterQuery } from '../platform/bindings';

/** Which matters are looked at. */
export type Look = Pick<MatterQuery, 'department' | 'handler' | 'overdue' | 'find'> & {
  /** Kind; null: the first. */
  kind: string | null;
  /** Board by stages, or a list. */
  layout: 'board' | 'list';
};

type Matters = Look & {
  /** The stage in which the selection stands, and the row there. */
  stage: string | null;
  index: number;
  /** Whether the bin is open. */
  isBinOpen: boolean;
  /** Whether a matter is being registered, and for whom. */
  isNewOpen: boolean;
  newFor: ClientBrief | null;
  look: (part: Partial<Look>) => void;
  select: (stage: string | null, index: number) => void;
  openNew: (client?: ClientBrief) => void;
  closeNew: () => void;
};

const START = { kind: null, department: null, handler: null, overdue: false, find: '', layout: 'board' as const };

/** Where the person is among the matters; it outlives a look at another page. */
export const useMatters = create<Matters>((set) => ({
  ...START,
  stage: null,
  index: 0,
  isBinOpen: false,
  isNewOpen: false,
  newFor: null,
  look: (part) => set({ ...part, index: 0, stage: null }),
  select: (stage, index) => set({ stage, index }),
  openNew: (client) => set({ isNewOpen: true, newFor: client ?? null }),
  closeNew: () => set({ isNewOpen: false, newFor: null }),
}));

/** The question for the matters that are looked at. */
export function queryOf(look: Look, kind: string): MatterQuery {
  const { department, handler, overdue, find } = look;
  return { kind, stage: null, department, handler, overdue, find: find.trim(), offset: 0, limit: 0 };
}
