import { useMutation, useQueryClient } from '@tanstack/react-query';
import { deskStatusQueryOptions } from '../api/queries';
import { rpc } from '../platform';
import type { DeskStatus, WireError } from '../platform/bindings';

/** Locks the desk. What the page knows stays as it is, so that a half-filled form is still there after unlocking. */
export function useLock(options?: { failureShownHere?: boolean }) {
  const client = useQueryClient();
  return useMutation<DeskStatus, WireError, void>({
    mutationFn: () => rpc('lock_desk', {}),
    meta: { failureShownHere: options?.failureShownHere },
    onSuccess: (desk) => client.setQueryData(deskStatusQueryOptions().queryKey, desk),
  });
}
