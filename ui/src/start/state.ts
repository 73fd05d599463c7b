import { create } from 'zustand';
import type { Values } from '../policies/ParamForm';

/** The steps of a new office, in their order. */
export const STEPS = ['sector', 'name', 'packs', 'person', 'begin'] as const;
export type Step = (typeof STEPS)[number];

/** What has been said of the new office so far. Going back loses nothing of it. */
export type Draft = {
  step: Step;
  sector: string | null;
  name: string;
  /** Another folder than the proposed one. */
  dir: string | null;
  /** Packs chosen by hand; none yet: the recommended one of the sector. */
  packs: string[] | null;
  values: { [pack: string]: Values };
  person: string;
  /** Another post than the one that the policies give most to. */
  role: string | null;
};

const NOTHING: Draft = { step: 'sector', sector: null, name: '', dir: null, packs: null, values: {}, person: '', role: null };

type Starting = Draft & {
  set: (some: Partial<Draft>) => void;
  /** Another sector begins the choice of packs anew. */
  chooseSector: (sector: string) => void;
  setValues: (pack: string, values: Values) => void;
  goTo: (step: Step) => void;
  onward: () => void;
  back: () => void;
  clear: () => void;
};

const beside = (step: Step, by: number): Step => STEPS[Math.max(0, Math.min(STEPS.length - 1, STEPS.indexOf(step) + by))]!;

export const useStart = create<Starting>((set) => ({
  ...NOTHING,
  set: (some) => set(some),
  chooseSector: (sector) => set((state) => (state.sector === sector ? {} : { sector, packs: null, role: null })),
  setValues: (pack, values) => set((state) => ({ values: { ...state.values, [pack]: values } })),
  goTo: (step) => set({ step }),
  onward: () => set((state) => ({ step: beside(state.step, 1) })),
  back: () => set((state) => ({ step: beside(state.step, -1) })),
  clear: () => set(NOTHING),
}));
