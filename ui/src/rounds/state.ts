import { create } from 'zustand';

type Rounds = {
  /** The round whose sheet is shown; null: the first that is not typed in. */
  chosen: string | null;
  choose: (round: string) => void;
};

/** Which returned sheet the person is at. It outlives a look at another page. */
export const useRounds = create<Rounds>((set) => ({ chosen: null, choose: (chosen) => set({ chosen }) }));
