import { create } from 'zustand';

/** The chips over the list, in their order. */
export const TABS = ['overdue', 'today', 'tomorrow', 'week', 'waiting', 'call_back', 'all'] as const;
/** Chips that stand there only while something is under them: nobody has to look at an empty one every day. */
export const TABS_APART = ['unsigned', 'paused'] as const;
export type Tab = (typeof TABS)[number] | (typeof TABS_APART)[number];

/** Whose tasks are listed. */
export const WHOSE = ['all', 'mine', 'unassigned', 'no_phone'] as const;
export type Whose = (typeof WHOSE)[number];

/** What is listed in the place of a tab: a view of one's own, what was settled today, or tasks chosen one by one. */
export type Instead = { kind: 'view'; view: string } | { kind: 'done' } | { kind: 'chosen'; title: string; tasks: string[] };

/** Which rows are listed. */
export type Listed = {
  /** None yet: the first tab with something in it is chosen. */
  tab: Tab | null;
  instead: Instead | null;
  whose: Whose;
  find: string;
};

/** Where the person is in the list. It outlives a look at another page. */
type WorklistState = Listed & {
  /** What was listed before a single task was looked at from elsewhere; clearing the find leads back there. */
  before: Listed | null;
  /** The selected task, and the row where it stood last. */
  selected: string | null;
  index: number;
  /** The selected task is on its way back to the list: the selection waits for it. */
  isAwaited: boolean;
  /** The sheet takes the focus as soon as it shows the selected task. */
  wantsFocus: boolean;
  /** The task of which F9 said that nobody answered: its sheet writes that down as soon as it is there. */
  missed: string | null;
  miss: (task: string | null) => void;
  show: (what: Partial<Listed>) => void;
  /** Lists what is found by `find`, and begins with that task. */
  lookAt: (task: string, find: string) => void;
  /** Lists again what the find had hidden; the selection stays where it can. */
  clearFind: () => void;
  /** Goes back to a task that a record had taken off the list. */
  comeBackTo: (task: string, index: number, listed: Listed) => void;
  select: (selected: string | null, index: number) => void;
  focusSheet: (wantsFocus: boolean) => void;
};

/** What is listed now. */
export const listed = ({ tab, instead, whose, find }: Listed): Listed => ({ tab, instead, whose, find });

export const useWorklistState = create<WorklistState>((set) => ({
  tab: null,
  instead: null,
  whose: 'all',
  find: '',
  before: null,
  selected: null,
  index: 0,
  isAwaited: false,
  wantsFocus: false,
  missed: null,
  miss: (missed) => set({ missed }),
  // A tab takes the place of what was listed instead.
  show: (what) => set({ ...('tab' in what && { instead: null }), ...what, before: null, selected: null, index: 0, isAwaited: false, wantsFocus: false }),
  lookAt: (task, find) =>
    set((state) => ({ tab: 'all', instead: null, whose: 'all', find, before: state.before ?? listed(state), selected: task, index: 0, isAwaited: false, wantsFocus: true })),
  clearFind: () => set((state) => ({ find: '', ...state.before, before: null })),
  comeBackTo: (task, index, was) => set({ ...was, selected: task, index, isAwaited: true, wantsFocus: true }),
  select: (selected, index) => set({ selected, index, isAwaited: false }),
  focusSheet: (wantsFocus) => set({ wantsFocus }),
}));
