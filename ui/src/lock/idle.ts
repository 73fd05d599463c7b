import { create } from 'zustand';

/** What the settings offer, in minutes; 0: never. */
export const IDLE_MINUTES = [2, 5, 10, 30, 0] as const;

const KEY = 'huifang.idleMinutes';
const DEFAULT = 5;

function stored(): number {
  const found = localStorage.getItem(KEY);
  const minutes = Number(found);
  return found !== null && (IDLE_MINUTES as readonly number[]).includes(minutes) ? minutes : DEFAULT;
}

/** After how many minutes without a touch this computer's desk locks itself. */
export const useIdleMinutes = create<{ minutes: number; choose: (minutes: number) => void }>((set) => ({
  minutes: stored(),
  choose: (minutes) => {
    localStorage.setItem(KEY, String(minutes));
    set({ minutes });
  },
}));

const SIGNS = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** Calls `onIdle` when nobody has touched anything for so long. Gives back how to stop. */
export function watchIdle(minutes: number, onIdle: () => void): () => void {
  if (minutes === 0) return () => undefined;
  let timer = setTimeout(onIdle, minutes * 60_000);
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(onIdle, minutes * 60_000);
  };
  for (const sign of SIGNS) window.addEventListener(sign, touched, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, touched, { capture: true });
  };
}
