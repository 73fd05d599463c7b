import { create } from 'zustand';

/** Whether the list of what was done today is open. */
export const useRecentActs = create<{ isOpen: boolean; open: () => void; close: () => void }>((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}));
