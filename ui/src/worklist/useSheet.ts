import { useState } from 'react';
import type { TaskDetail } from '../platform/bindings';
import { draftOf, useDrafts } from './drafts';
import { type Answer, emptySheet, isWritten, type Sheet } from './sheet';

/** A draft made before the task changed may name tasks that are gone. */
function stillFits(draft: Sheet, detail: TaskDetail): Sheet {
  const open = detail.together.map((task) => task.id);
  return { ...draft, together: draft.together.filter((task) => open.includes(task)) };
}

/** The sheet of one task for one person: every change is kept as a draft at once. */
export function useSheet(detail: TaskDetail, by: string) {
  const task = detail.row.id;
  const [start] = useState(() => draftOf(task, by));
  const [sheet, setSheet] = useState<Sheet>(() => (start ? stillFits(start, detail) : emptySheet(detail)));
  const { keep, drop } = useDrafts();
  const change = (next: Sheet) => {
    setSheet(next);
    keep(task, by, next);
  };
  return {
    sheet,
    /** Whether it began with a draft. */
    fromDraft: start !== null && isWritten(start),
    set: (part: Partial<Sheet>) => change({ ...sheet, ...part }),
    answer: (of: string, field: string, answer: Answer) =>
      change({ ...sheet, answers: { ...sheet.answers, [of]: { ...sheet.answers[of], [field]: answer } } }),
    clear: () => {
      drop([task]);
      setSheet(emptySheet(detail));
    },
  };
}
