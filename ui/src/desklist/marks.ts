import { create } from 'zustand';

/** How rows are marked: this one on or off, all from the last one marked to this one, or every row of the list. */
export type Marking = 'toggle' | 'to' | 'all';

/** The tasks that one decision will be about. They stay marked while the person walks on, until he lets go. */
type Marks = {
  ids: ReadonlySet<string>;
  /** The row from which a stretch is marked. */
  anchor: number | null;
  /** What was marked before the stretch began: the stretch can shrink again. */
  base: ReadonlySet<string>;
  toggle: (id: string, at: number) => void;
  stretch: (ids: string[], from: number) => void;
  all: (ids: string[]) => void;
  /** Lets go of tasks that are done with. */
  drop: (ids: string[]) => void;
  clear: () => void;
};

const NONE: ReadonlySet<string> = new Set();

export const useMarks = create<Marks>((set, get) => ({
  ids: NONE,
  anchor: null,
  base: NONE,
  toggle: (id, at) => {
    const ids = new Set(get().ids);
    if (!ids.delete(id)) ids.add(id);
    set({ ids, anchor: at, base: ids });
  },
  stretch: (ids, from) => {
    const { base, anchor } = get();
    set({ ids: new Set([...base, ...ids]), anchor: anchor ?? from });
  },
  all: (ids) => set({ ids: new Set(ids), anchor: null, base: new Set(ids) }),
  drop: (gone) => {
    const ids = new Set([...get().ids].filter((id) => !gone.includes(id)));
    if (ids.size < get().ids.size) set({ ids, base: ids, anchor: null });
  },
  clear: () => {
    if (get().ids.size > 0 || get().anchor !== null) set({ ids: NONE, anchor: null, base: NONE });
  },
}));
