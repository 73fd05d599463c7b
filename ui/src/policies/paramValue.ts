import type { ParamRow } from '../platform/bindings';

/** A length of time as packs write it: a count and a unit. */
export type SpanParts = { n: string; unit: string };

/** Takes `3 working_days` apart. */
export function spanParts(value: unknown): SpanParts {
  const match = /^\s*(-?\d*)\s+(\w+?)s?\s*$/.exec(typeof value === 'string' ? value : '');
  return { n: match?.[1] ?? '', unit: match?.[2] ?? 'day' };
}

/** Puts it together again; the unit is in the plural but for one. */
export const spanText = ({ n, unit }: SpanParts): string => `${n} ${unit}${n === '1' ? '' : 's'}`;

/** A value as it stands in its text field. */
export function shownValue(value: unknown, comma: string): string {
  if (Array.isArray(value)) return value.join(comma);
  return value === null || value === undefined ? '' : String(value);
}

/** What was typed as the value of the parameter; what is no number stays text, and is refused with its reason. */
export function typedValue(param: ParamRow, typed: string, separators: string): unknown {
  if (param.kind === 'number' || param.kind === 'percent') return typed.trim() === '' || Number.isNaN(Number(typed)) ? typed : Number(typed);
  if (param.kind !== 'list') return typed;
  return typed
    .split(new RegExp(`[${separators}\\s]`))
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
