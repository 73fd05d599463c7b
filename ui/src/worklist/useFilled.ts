import { useState } from 'react';
import type { Gap } from '../platform/bindings';
import type { FormActs } from './FormQuestions';
import type { Filled } from './sheet';

const BLANK: Filled = { answers: {}, gaps: {} };

/** Forms being filled in a dialog, where nothing is signed: what stands on the form of a task, and what its questions do. */
export function useFilled(start: () => Record<string, Filled>) {
  const [filled, setFilled] = useState(start);
  const of = (task: string): Filled => filled[task] ?? BLANK;
  const acts: FormActs = {
    answer: (task, answers) => {
      const before = of(task);
      const gaps = Object.fromEntries(Object.entries(before.gaps).filter(([field]) => !(field in answers)));
      setFilled({ ...filled, [task]: { ...before, answers: { ...before.answers, ...answers }, gaps } });
    },
    gap: (task, field, gap) => setFilled({ ...filled, [task]: withGap(of(task), field, gap) }),
    sign: () => undefined,
  };
  return { of, acts };
}

function withGap({ answers, gaps }: Filled, field: string, gap: Gap | null): Filled {
  const without = <T,>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => id !== field));
  return { answers: gap ? without(answers) : answers, gaps: gap ? { ...gaps, [field]: gap } : without(gaps) };
}
