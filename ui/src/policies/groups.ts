import type { PackBrief } from '../platform/bindings';

/** Packs under one heading: those that are followed, the office's own, or those of a sector. */
export type Group = { key: string; packs: PackBrief[] };

/** What is followed (or was, and is paused) stands first, then the office's own, then sector by sector. */
export function groupsOf(packs: readonly PackBrief[]): Group[] {
  const keyOf = (pack: PackBrief) => (pack.state !== 'off' ? 'followed' : pack.own ? 'own' : pack.sector);
  const groups = new Map<string, PackBrief[]>([
    ['followed', []],
    ['own', []],
  ]);
  for (const pack of packs) groups.set(keyOf(pack), [...(groups.get(keyOf(pack)) ?? []), pack]);
  return [...groups].map(([key, of]) => ({ key, packs: of })).filter((group) => group.packs.length > 0);
}
