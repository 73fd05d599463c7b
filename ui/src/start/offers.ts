import { codesOf } from '../i18n/codes';
import type { PackOffer, ParamRow } from '../platform/bindings';
import type { Values } from '../policies/ParamForm';

/** Packs that suit every sector. */
export const GENERIC = 'generic';

/** The sectors of the offers in the order of the catalogue; the one for every sector stands last. */
export function sectorsOf(offers: readonly PackOffer[]): string[] {
  const known = codesOf('sector').map(({ value }) => value);
  const there = [...new Set(offers.map((offer) => offer.sector))];
  const place = (sector: string) => (sector === GENERIC ? Infinity : known.indexOf(sector) < 0 ? known.length : known.indexOf(sector));
  return there.sort((a, b) => place(a) - place(b));
}

/** The packs of the sector, those for every sector, and the others. */
export function groupsOf(offers: readonly PackOffer[], sector: string) {
  const of = (wanted: (offer: PackOffer) => boolean) => offers.filter(wanted);
  return {
    own: of((offer) => offer.sector === sector),
    generic: sector === GENERIC ? [] : of((offer) => offer.sector === GENERIC),
    others: of((offer) => offer.sector !== sector && offer.sector !== GENERIC),
  };
}

/** The packs that are chosen: by hand or, until then, the recommended one. */
export function chosenOf(offers: readonly PackOffer[], sector: string | null, packs: string[] | null): string[] {
  if (packs) return packs;
  const recommended = offers.find((offer) => offer.sector === sector && offer.recommended);
  return recommended ? [recommended.id] : [];
}

/** The posts of the chosen packs, those with most work first. */
export function rolesOf(offers: readonly PackOffer[], chosen: readonly string[]): string[] {
  const lists = chosen.map((id) => offers.find((offer) => offer.id === id)?.roles ?? []);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const ranked = Array.from({ length: longest }, (_, rank) => lists.map((list) => list[rank])).flat();
  return [...new Set(ranked.filter((role) => role !== undefined))];
}

/** Whether a blank shows nothing until somebody fills it: what is chosen from a list shows its first choice. */
const startsEmpty = (param: ParamRow) => param.must && ['text', 'role', 'class', 'list'].includes(param.kind);

/** The value of a parameter as it stands on the page. */
export function valueOf(param: ParamRow, values: Values | undefined): unknown {
  if (values && param.name in values) return values[param.name];
  return startsEmpty(param) ? '' : param.value;
}

/** Blanks of the policy that are not filled in yet. */
export function blanksOf(params: readonly ParamRow[], values: Values | undefined): ParamRow[] {
  const isBlank = (value: unknown) => (Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '');
  return params.filter((param) => param.must && isBlank(valueOf(param, values)));
}

/** What is sent: what the person changed, and a yes to everything that the policy leaves open. */
export function sentValues(params: readonly ParamRow[], values: Values | undefined): Values {
  const open = params.filter((param) => param.silent || param.must);
  return { ...Object.fromEntries(open.map((param) => [param.name, valueOf(param, values)])), ...values };
}
