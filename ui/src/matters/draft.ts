import { create } from 'zustand';
import { type Draft, EMPTY, isWritten } from './wish';

const KEY = 'huifang.newMatter';

/** A half-written matter outlives a closed dialog and a lost window. */
function read(): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

type Kept = { draft: Draft; set: (part: Partial<Draft>) => void; clear: () => void };

export const useDraft = create<Kept>((set) => ({
  draft: read(),
  set: (part) =>
    set((state) => {
      const draft = { ...state.draft, ...part };
      if (isWritten(draft)) localStorage.setItem(KEY, JSON.stringify(draft));
      else localStorage.removeItem(KEY);
      return { draft };
    }),
  clear: () => {
    localStorage.removeItem(KEY);
    set({ draft: EMPTY });
  },
}));
