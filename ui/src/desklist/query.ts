import type { SavedView, WorklistQuery } from '../platform/bindings';
import type { Instead, Listed, Tab } from '../worklist/state';

/** Asks the core for what is listed, without a window of rows. */
export function queryOf(listed: Pick<Listed, 'instead' | 'whose' | 'find'>, tab: Tab, views: SavedView[]): WorklistQuery {
  const { instead, whose, find } = listed;
  const view = instead?.kind === 'view' ? views.find((known) => known.view === instead.view) : undefined;
  return {
    tab: instead === null ? tab : tabOf(instead),
    whose,
    filter: view?.filter ?? null,
    tasks: instead?.kind === 'chosen' ? instead.tasks : [],
    find: find.trim(),
    offset: 0,
    limit: 0,
  };
}

function tabOf(instead: Instead): string {
  return instead.kind === 'view' ? 'all' : instead.kind;
}
