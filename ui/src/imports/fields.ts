import { codesOf, fieldText } from '../i18n/codes';
import type { LabelValue } from '../platform/bindings';

/** The milestones that a kind of list usually holds; what else was recognised is offered too. */
const MILESTONES: Record<string, string[]> = {
  complaint: ['received', 'handled', 'closed'],
  repair: ['reported', 'finished', 'trial_ended'],
  special_service: ['ended'],
  service: ['ended'],
  appointment: ['booked', 'scheduled', 'arrived', 'missed', 'cancelled'],
  stay: ['admitted', 'operated', 'transferred', 'discharged'],
  clinic_visit: ['seen', 'operated'],
  move_in: ['handed_over', 'fitted_out', 'moved_in'],
  incident: ['reported', 'handled'],
  purchase: ['ordered', 'used', 'delivered', 'installed', 'paid'],
  contract: ['signed', 'accepted', 'payment_due', 'paid', 'expired'],
  project: ['started', 'mid_paid', 'completed', 'paid_in_full', 'accepted', 'warranty_ended'],
  membership: ['joined'],
  residence: ['admitted', 'left'],
};

/** What a column of such a list may be read as. */
export function fieldChoices(kind: string, columns: LabelValue[]): { value: string; label: string }[] {
  const milestones = (MILESTONES[kind] ?? []).map((milestone) => `on.${milestone}`);
  const recognised = columns.map((column) => column.value).filter((value) => value !== '');
  const fixed = codesOf('field').map((choice) => choice.value);
  return [...new Set([...milestones, ...recognised, ...fixed])].map((value) => ({ value, label: fieldText(value) }));
}
