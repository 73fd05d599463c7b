import { create } from 'zustand';

/** What of the office's own work is looked at. */
type WorkState = {
  /** The task on the sheet; none: the sheet shows the worklist's. */
  selected: string | null;
  index: number;
  /** Only its heading is seen. */
  isFolded: boolean;
  /** The task for which somebody is about to draw. */
  drawing: string | null;
  /** The draw whose sheet is open. */
  shownDraw: string | null;
  /** What was done is looked at. */
  isDoneOpen: boolean;
  select: (selected: string | null, index?: number) => void;
  fold: (isFolded: boolean) => void;
  beginDraw: (task: string) => void;
  showDraw: (draw: string) => void;
  showDone: () => void;
  close: () => void;
};

const CLOSED = { drawing: null, shownDraw: null, isDoneOpen: false };

export const useWork = create<WorkState>((set) => ({
  selected: null,
  index: 0,
  isFolded: false,
  ...CLOSED,
  select: (selected, index = 0) => set({ selected, index }),
  fold: (isFolded) => set(isFolded ? { isFolded, selected: null } : { isFolded }),
  beginDraw: (task) => set({ ...CLOSED, drawing: task }),
  showDraw: (draw) => set({ ...CLOSED, shownDraw: draw }),
  showDone: () => set({ ...CLOSED, isDoneOpen: true }),
  close: () => set(CLOSED),
}));
