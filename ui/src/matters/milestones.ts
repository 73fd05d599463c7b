import type { MatterKindBrief, MatterRow, MilestoneKind } from '../platform/bindings';

/**
 * The milestones that can be written down next, the likeliest first: those after where the matter stands, in their order;
 * then the others, since each may come again.
 */
export function nextMilestones(kind: MatterKindBrief, row: MatterRow): MilestoneKind[] {
  const at = kind.milestones.findIndex((known) => known.kind === row.stage);
  return [...kind.milestones.slice(at + 1), ...kind.milestones.slice(0, at + 1)];
}
