import { create } from 'zustand';
import { isWritten, type Sheet } from './sheet';

const PREFIX = 'huifang.draft.';

/** Drafts of the office by task: a half-filled sheet outlives the window, and stays with the one who wrote it. */
type Drafts = {
  tasks: ReadonlySet<string>;
  keep: (task: string, by: string, sheet: Sheet) => void;
  drop: (tasks: string[]) => void;
};

function storedTasks(): Set<string> {
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return new Set(keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)));
}

export const useDrafts = create<Drafts>((set, get) => ({
  tasks: storedTasks(),
  keep: (task, by, sheet) => {
    if (!isWritten(sheet)) return get().drop([task]);
    localStorage.setItem(PREFIX + task, JSON.stringify({ by, sheet }));
    if (!get().tasks.has(task)) set({ tasks: new Set([...get().tasks, task]) });
  },
  drop: (tasks) => {
    tasks.forEach((task) => localStorage.removeItem(PREFIX + task));
    if (tasks.some((task) => get().tasks.has(task))) {
      set({ tasks: new Set([...get().tasks].filter((task) => !tasks.includes(task))) });
    }
  },
}));

/** The draft that this person left on a task. */
export function draftOf(task: string, by: string): Sheet | null {
  const stored = localStorage.getItem(PREFIX + task);
  if (stored === null) return null;
  try {
    const draft = JSON.parse(stored) as { by: string; sheet: Sheet };
    return draft.by === by ? draft.sheet : null;
  } catch {
    // Written by something else: better an empty sheet than none.
    return null;
  }
}
