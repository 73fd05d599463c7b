import { create } from 'zustand';
import { host } from '../platform';

/** The sizes that Ctrl + and Ctrl - walk through, in percent. */
export const STEPS = [80, 90, 100, 110, 125, 150, 175] as const;
/** The sizes that the settings offer. */
export const SIZES = [100, 125, 150] as const;

const KEY = 'huifang.zoom';

/** Each person keeps a size of his own on this computer; who has none yet begins with the one used last. */
const keyOf = (person: string) => `${KEY}.${person}`;

function stored(person: string): number {
  const found = Number(localStorage.getItem(keyOf(person)) ?? localStorage.getItem(KEY));
  return (STEPS as readonly number[]).includes(found) ? found : 100;
}

type Zoom = {
  percent: number;
  person: string;
  /** Takes the size of that person. */
  follow: (person: string) => void;
  choose: (percent: number) => void;
  /** One step larger (1) or smaller (-1). */
  step: (by: 1 | -1) => void;
};

export const useZoom = create<Zoom>((set, get) => ({
  percent: 100,
  person: '',
  follow: (person) => {
    set({ person, percent: stored(person) });
    apply(get().percent);
  },
  choose: (percent) => {
    localStorage.setItem(KEY, String(percent));
    localStorage.setItem(keyOf(get().person), String(percent));
    set({ percent });
    apply(percent);
  },
  step: (by) => {
    const at = STEPS.findIndex((step) => step === get().percent) + by;
    const next = STEPS[at];
    if (next !== undefined) get().choose(next);
  },
}));

/** A host that cannot zoom leaves the page as it is. */
function apply(percent: number): void {
  host().setZoom(percent / 100).catch(() => undefined);
}
