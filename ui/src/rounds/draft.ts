import { useState } from 'react';
import type { Entry } from './entry';

const PREFIX = 'huifang.round.';

/** A sheet that is being typed in: its day, who went, and the rows that are not saved yet. */
export type RoundDraft = { day: string; visitor: string | undefined; rows: Record<number, Entry> };

function stored(round: string): RoundDraft | null {
  const text = localStorage.getItem(PREFIX + round);
  if (text === null) return null;
  try {
    return JSON.parse(text) as RoundDraft;
  } catch {
    // Written by something else: better an empty sheet than none.
    return null;
  }
}

/** The sheet of one round: every change is kept at once, so that it outlives a crash. */
export function useRoundDraft(round: string, start: RoundDraft) {
  const [draft, setDraft] = useState<RoundDraft>(() => stored(round) ?? start);
  const change = (next: (draft: RoundDraft) => RoundDraft) =>
    setDraft((old) => {
      const kept = next(old);
      localStorage.setItem(PREFIX + round, JSON.stringify(kept));
      return kept;
    });
  return {
    draft,
    set: (part: Partial<RoundDraft>) => change((old) => ({ ...old, ...part })),
    write: (number: number, entry: Entry) => change((old) => ({ ...old, rows: { ...old.rows, [number]: entry } })),
    /** The row is saved: nothing of it is a draft any more. */
    drop: (number: number) =>
      change((old) => ({ ...old, rows: Object.fromEntries(Object.entries(old.rows).filter(([key]) => Number(key) !== number)) })),
  };
}
