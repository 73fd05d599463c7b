import { type RefObject, useRef, useState } from 'react';
import { useDraft } from '../drafts/useDraft';
import type { Entry } from './entry';

/** A sheet that is being typed in: its day, who went, and the rows that are not saved yet. */
export type RoundDraft = { day: string; visitor: string | undefined; rows: Record<number, Entry> };

/**
 * The sheet of one round as it is typed: kept among the drafts of who is working, so that it outlives a crash and is there
 * on whatever computer he sits down at. The drafts must be known.
 */
export function useRoundDraft(round: string, title: string, start: RoundDraft, sheet: RefObject<HTMLElement | null>) {
  const kept = useDraft<RoundDraft>('round', round, title, sheet);
  const [draft, setDraft] = useState<RoundDraft>(() => kept.found?.body ?? start);
  // A row may be saved while the next one is typed: what changes is what stands there now.
  const latest = useRef(draft);
  const change = (how: (draft: RoundDraft) => RoundDraft) => {
    latest.current = how(latest.current);
    setDraft(latest.current);
    kept.keep(latest.current);
  };
  return {
    draft,
    flush: kept.flush,
    set: (part: Partial<RoundDraft>) => change((old) => ({ ...old, ...part })),
    write: (number: number, entry: Entry) => change((old) => ({ ...old, rows: { ...old.rows, [number]: entry } })),
    /** The row is saved: nothing of it is a draft any more; nor is the sheet, when it was the last. */
    drop: (number: number, isLast: boolean) => {
      change((old) => ({ ...old, rows: Object.fromEntries(Object.entries(old.rows).filter(([key]) => Number(key) !== number)) }));
      if (isLast) void kept.drop();
    },
  };
}
