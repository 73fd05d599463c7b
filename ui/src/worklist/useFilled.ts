import { useState } from 'react';
import type { FormActs } from './FormQuestions';
import { BLANK, type Filled, withGap } from './sheet';

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
