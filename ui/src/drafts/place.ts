import { focusNamedQuestion } from '../shared/questions';

/** Where the cursor stands: the question, and how many characters are before it. */
export type Place = { field: string; cursor: number | null };

/** Where the cursor stands in a form; nowhere when the focus is elsewhere. */
export function placeIn(form: HTMLElement | null): Place {
  const focus = document.activeElement;
  if (!form || !focus || !form.contains(focus)) return { field: '', cursor: null };
  const field = focus.closest<HTMLElement>('[data-question]')?.dataset.question ?? '';
  const isText = focus instanceof HTMLTextAreaElement || (focus instanceof HTMLInputElement && focus.type === 'text');
  return { field, cursor: isText ? focus.selectionStart : null };
}

/** Puts the cursor back; false where that question is not asked. */
export function returnTo(form: HTMLElement | null, place: Place): boolean {
  if (place.field === '' || !focusNamedQuestion(form, place.field)) return false;
  const focus = document.activeElement;
  if (place.cursor !== null && (focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement)) {
    focus.setSelectionRange(place.cursor, place.cursor);
  }
  return true;
}
