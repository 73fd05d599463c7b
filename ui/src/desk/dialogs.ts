import { create } from 'zustand';
import type { StaffBrief } from '../platform/bindings';

/** The dialogs that belong to no page. */
export type DeskDialog = { kind: 'settings' } | { kind: 'keys' } | { kind: 'pin' } | { kind: 'switch'; to: StaffBrief };

/** Which of them stands over the page. */
export const useDialogs = create<{ open: DeskDialog | null; show: (dialog: DeskDialog) => void; close: () => void }>((set) => ({
  open: null,
  show: (open) => set({ open }),
  close: () => set({ open: null }),
}));
