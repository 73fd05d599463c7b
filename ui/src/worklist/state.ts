import { create } from 'zustand';

/** The chips over the list, in their order. */
export const TABS = ['overdue', 'today', 'tomorrow', 'week', 'call_back', 'all'] as const;
export type Tab = (typeof TABS)[number];

/** Where the person is in the list. It outlives a look at another page. */
type WorklistState = {
  /** None yet: the first tab with something in it is chosen. */
  tab: Tab | null;
  mine: boolean;
  find: string;
  /** The selected task, and the row where it stood last. */
  selected: string | null;
  index: number;
  /** The sheet takes the focus as soon as it shows the selected task. */
  wantsFocus: boolean;
  show: (what: Partial<Pick<WorklistState, 'tab' | 'mine' | 'find'>>) => void;
  select: (selected: string | null, index: number) => void;
  focusSheet: (wantsFocus: boolean) => void;
};

export const useWorklistState = create<WorklistState>((set) => ({
  tab: null,
  mine: false,
  find: '',
  selected: null,
  index: 0,
  wantsFocus: false,
  show: (what) => set({ ...what, selected: null, index: 0, wantsFocus: false }),
  select: (selected, index) => set({ selected, index }),
  focusSheet: (wantsFocus) => set({ wantsFocus }),
}));
