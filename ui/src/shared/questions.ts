/**
 * A form is a row of questions. Each question's element carries `data-question`; answering one moves on to the next.
 * What takes the focus inside it is the one thing that Tab would reach.
 */
const QUESTION = '[data-question]';
const TAKES_FOCUS = 'input:not([disabled]), textarea:not([disabled]), button[tabindex="0"], [tabindex="0"]';

function all(inside: HTMLElement): HTMLElement[] {
  return [...inside.querySelectorAll<HTMLElement>(QUESTION)];
}

/** Focuses what a question is answered with. */
export function focusQuestion(question: HTMLElement | null | undefined): boolean {
  const target = question?.querySelector<HTMLElement>(TAKES_FOCUS);
  target?.focus();
  target?.scrollIntoView?.({ block: 'nearest' });
  return target !== undefined && target !== null;
}

/**
 * Where an answer leads: to the next question, to the one before, or, after a digit, to the next one that digits answer
 * or that must be answered. An optional text in between would swallow the digits that follow.
 */
export type Move = 'next' | 'before' | 'onward';

/** Moves on from the question that holds `from`; false at the ends. */
export function moveQuestion(inside: HTMLElement | null, from: Element, move: Move): boolean {
  if (!inside) return false;
  const questions = all(inside);
  const at = questions.findIndex((question) => question.contains(from));
  if (move === 'before') return focusQuestion(questions[at - 1]);
  const rest = questions.slice(at + 1);
  const wanted = move === 'onward' ? rest.find((question) => question.dataset.passOver === undefined) : undefined;
  return focusQuestion(wanted ?? rest[0]);
}

/** Focuses the first question. */
export function focusFirstQuestion(inside: HTMLElement | null): boolean {
  return inside !== null && focusQuestion(all(inside)[0]);
}

/** Focuses the last question. */
export function focusLastQuestion(inside: HTMLElement | null): boolean {
  return inside !== null && focusQuestion(all(inside).at(-1));
}

/** Focuses the question of that name. */
export function focusNamedQuestion(inside: HTMLElement | null, name: string): boolean {
  return inside !== null && focusQuestion(all(inside).find((question) => question.dataset.question === name));
}
