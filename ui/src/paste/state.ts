import { create } from 'zustand';
import type { PasteRows, RowChoice } from '../platform/bindings';

type Paste = Pick<PasteRows, 'titles' | 'mapping' | 'choices'> & {
  /** The pasted block; null: none. */
  text: string | null;
  begin: (text: string) => void;
  setTitles: (titles: string[]) => void;
  map: (title: string, field: string) => void;
  choose: (choice: RowChoice) => void;
  end: () => void;
};

const NOTHING = { text: null, titles: [], mapping: {}, choices: [] };

/** A block pasted out of a spreadsheet, with what the person said about its columns and rows. Nothing of it is written. */
export const usePaste = create<Paste>((set, get) => ({
  ...NOTHING,
  begin: (text) => set({ ...NOTHING, text }),
  setTitles: (titles) => set({ titles }),
  map: (title, field) => set({ mapping: { ...get().mapping, [title]: field } }),
  choose: (choice) => set({ choices: [...get().choices.filter((known) => known.row !== choice.row), choice] }),
  end: () => set(NOTHING),
}));
