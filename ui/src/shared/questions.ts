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

/** Focuses the question that comes so many after the one that holds `from`; false at the ends. */
export function moveQuestion(inside: HTMLElement | null, from: Element, by: 1 | -1): boolean {
  if (!inside) return false;
  const questions = all(inside);
  const at = questions.findIndex((question) => question.contains(from));
  return focusQuestion(questions[at + by]);
}

/** Focuses the first question. */
export function focusFirstQuestion(inside: HTMLElement | null): boolean {
  return inside !== null && focusQuestion(all(inside)[0]);
}

/** Focuses the question of that name. */
export function focusNamedQuestion(inside: HTMLElement | null, name: string): boolean {
  return inside !== null && focusQuestion(all(inside).find((question) => question.dataset.question === name));
}
