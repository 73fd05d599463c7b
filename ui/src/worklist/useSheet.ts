import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../drafts/useDraft';
import type { Gap, TaskDetail, TaskForm } from '../platform/bindings';
import { type Answer, emptySheet, filledOf, isWritten, type Sheet, signedText, withGap } from './sheet';

/** A draft made before the task changed may name tasks that are gone; one of an older program may lack what is new. */
function stillFits(draft: Sheet, detail: TaskDetail): Sheet {
  const open = detail.together.map((task) => task.id);
  const whole = { ...emptySheet(detail), ...draft };
  return { ...whole, together: whole.together.filter((task) => open.includes(task)) };
}

/** What the draft of a call is called: whom, and about what. */
export function draftTitle(detail: TaskDetail, office: string): string {
  return `${detail.row.client?.name ?? office} · ${detail.row.title}`;
}

/** The sheet of one task for who is working: what is written on it is kept as a draft. */
export function useSheet(detail: TaskDetail, body: RefObject<HTMLElement | null>) {
  const { t } = useTranslation();
  const draft = useDraft<Sheet>('call', detail.row.id, draftTitle(detail, t('worklist.office')), body);
  const [start] = useState(draft.found);
  const [sheet, setSheet] = useState<Sheet>(() => (start ? stillFits(start.body, detail) : emptySheet(detail)));
  const change = (next: Sheet) => {
    setSheet(next);
    if (isWritten(next)) draft.keep(next);
    else void draft.drop();
  };
  const fill = (task: string, part: { answers?: Record<string, Answer>; gaps?: Record<string, Gap>; signed?: string }) =>
    change({ ...sheet, forms: { ...sheet.forms, [task]: { ...filledOf(sheet, task), ...part } } });
  return {
    sheet,
    draft,
    /** Where the cursor stood in the draft that it began with. */
    place: start,
    /** Whether it began with a draft. */
    fromDraft: start !== null,
    set: (part: Partial<Sheet>) => change({ ...sheet, ...part }),
    /** Answers fields; a field that is answered has no reason for having no answer. */
    answer: (task: string, answers: Record<string, Answer>) => {
      const before = filledOf(sheet, task);
      const gaps = Object.fromEntries(Object.entries(before.gaps).filter(([field]) => !(field in answers)));
      fill(task, { answers: { ...before.answers, ...answers }, gaps });
    },
    /** Says why a field has no answer, or takes that back. */
    gap: (task: string, field: string, gap: Gap | null) => fill(task, withGap(filledOf(sheet, task), field, gap)),
    /** The client signed what stands on the form now. */
    sign: (form: TaskForm, field: string, signature: string) => {
      const before = filledOf(sheet, form.task);
      fill(form.task, { answers: { ...before.answers, [field]: signature }, signed: signedText(form, before) });
    },
    clear: () => {
      void draft.drop();
      setSheet(emptySheet(detail));
    },
  };
}
