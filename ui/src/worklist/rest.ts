import type { FormField } from '../platform/bindings';
import type { Filled } from './sheet';

/** The ratings that 「其余同上」 fills, and with what. */
export type Rest = { level: string; fields: string[] };

const sameLevels = (a: FormField, b: FormField) => a.levels.length === b.levels.length && a.levels.every((level, at) => level === b.levels[at]);
const isOpen = (field: FormField, filled: Filled) => filled.answers[field.id] === undefined && filled.gaps[field.id] === undefined;

/**
 * What 「其余同上」 would do at a field: that rating and every one after it that has no answer yet and the same levels gets
 * the answer of the nearest one above. Null where nothing stands above or nothing is left.
 */
export function restFrom(at: string, asked: FormField[], filled: Filled): Rest | null {
  const index = asked.findIndex((field) => field.id === at);
  const here = asked[index];
  if (!here || here.kind !== 'rating' || !isOpen(here, filled)) return null;
  const above = asked.slice(0, index).filter((field) => field.kind === 'rating' && sameLevels(field, here));
  const level = above.map((field) => filled.answers[field.id]).findLast((answer) => typeof answer === 'string');
  if (typeof level !== 'string') return null;
  const fields = asked.slice(index).filter((field) => field.kind === 'rating' && sameLevels(field, here) && isOpen(field, filled));
  return { level, fields: fields.map((field) => field.id) };
}

/** The first rating at which 「其余同上」 can be said. */
export function restAt(asked: FormField[], filled: Filled): string | null {
  return asked.find((field) => restFrom(field.id, asked, filled) !== null)?.id ?? null;
}
