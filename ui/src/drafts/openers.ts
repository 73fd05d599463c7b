import type { DraftRow } from '../platform/bindings';
import type { DraftKind } from './drafts';

const openers = new Map<string, (draft: DraftRow) => void>();

/** Says how a half-filled form of that kind is opened again. Called once, where that form is at home. */
export function openDraftsOf(kind: DraftKind, open: (draft: DraftRow) => void): void {
  openers.set(kind, open);
}

/** How a draft is opened again; undefined where nobody has said so. */
export function openerOf(draft: DraftRow): (() => void) | undefined {
  const open = openers.get(draft.kind);
  return open && (() => open(draft));
}
