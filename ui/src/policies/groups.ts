import type { PackBrief } from '../platform/bindings';

/** Packs under one heading: those that are followed, those that are paused, the office's own, or those of a sector. */
export type Group = { key: string; packs: PackBrief[] };

/** What is followed stands first, then what is paused, then the office's own, then sector by sector. */
export function groupsOf(packs: readonly PackBrief[]): Group[] {
  const keyOf = (pack: PackBrief) => (pack.state === 'paused' ? 'paused' : pack.state !== 'off' ? 'followed' : pack.own ? 'own' : pack.sector);
  const groups = new Map<string, PackBrief[]>([
    ['followed', []],
    ['paused', []],
    ['own', []],
  ]);
  for (const pack of packs) groups.set(keyOf(pack), [...(groups.get(keyOf(pack)) ?? []), pack]);
  return [...groups].map(([key, of]) => ({ key, packs: of })).filter((group) => group.packs.length > 0);
}

/** The groups that are open at first: what concerns this office. */
export const isNear = (key: string, sector: string): boolean => ['followed', 'paused', 'own', sector].includes(key);
