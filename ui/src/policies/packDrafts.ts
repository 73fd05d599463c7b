/** Texts of packs that were not saved yet outlive the window: one entry a pack. */
const keyOf = (id: string) => `pack-draft/${id}`;

export const keptDraft = (id: string): string | null => localStorage.getItem(keyOf(id));
export const keepDraft = (id: string, text: string): void => localStorage.setItem(keyOf(id), text);
export const dropDraft = (id: string): void => localStorage.removeItem(keyOf(id));
