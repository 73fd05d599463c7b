import type { MatterEdit } from '../platform/bindings';

/** A change of a matter with nothing in it yet. */
export function editOf(matter: string, act: string): MatterEdit {
  return { matter, act, milestone: null, kind: null, on: null, note: '', fields: {}, participants: [], reason: '' };
}
