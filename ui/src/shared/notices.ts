import { create } from 'zustand';
import type { WireError } from '../platform/bindings';

/** How long the bar with 撤销 stays. */
export const UNDO_MS = 10_000;

/** What the bar at the bottom says. */
export type BarNotice =
  | { kind: 'done'; id: number; text: string; undo?: () => void }
  | { kind: 'error'; id: number; error: WireError };

type Notices = {
  current: BarNotice | null;
  dismiss: (id: number) => void;
};

let lastId = 0;

export const useNotices = create<Notices>((set, get) => ({
  current: null,
  dismiss: (id) => {
    if (get().current?.id === id) set({ current: null });
  },
}));

/** Says that something was done, for ten seconds; with a way back where there is one. */
export function showDone(text: string, undo?: () => void): void {
  const id = ++lastId;
  useNotices.setState({ current: { kind: 'done', id, text, undo } });
  setTimeout(() => useNotices.getState().dismiss(id), UNDO_MS);
}

/** Says that something failed; stays until it is put away. */
export function showError(error: WireError): void {
  useNotices.setState({ current: { kind: 'error', id: ++lastId, error } });
}

/** Takes back what the bar shows. True when there was something to take back. */
export function undoShown(): boolean {
  const { current, dismiss } = useNotices.getState();
  if (current?.kind !== 'done' || !current.undo) return false;
  dismiss(current.id);
  current.undo();
  return true;
}
