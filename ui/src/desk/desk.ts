import { useSuspenseQuery } from '@tanstack/react-query';
import { deskStatusQueryOptions } from '../api/queries';
import type { DeskLock, OfficeBrief, StaffBrief } from '../platform/bindings';

/** The open office and who works there. Only for what stands below the frame, where an office is open. */
export function useDesk(): { office: OfficeBrief; me: StaffBrief | null; lock: DeskLock } {
  const { data } = useSuspenseQuery(deskStatusQueryOptions());
  if (!data.office) throw new Error('no office is open');
  return { office: data.office, me: data.me, lock: data.lock };
}
