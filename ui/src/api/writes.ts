import { useMutation, useQueryClient } from '@tanstack/react-query';
import { rpc } from '../platform';
import type { Commands, DeskStatus, WireError } from '../platform/bindings';
import { refetchChanged } from './client';
import { deskStatusQueryOptions } from './queries';

/** The commands whose answer names what they changed. */
type Write = { [K in keyof Commands]: Commands[K]['res'] extends { changed: string[] } ? K : never }[keyof Commands];

/** A write: runs the command and has everything asked again that is made of what it changed. */
export function useWrite<K extends Write>(cmd: K, options?: { failureShownHere?: boolean }) {
  const client = useQueryClient();
  return useMutation<Commands[K]['res'], WireError, Commands[K]['req']>({
    mutationFn: (req) => rpc(cmd, req),
    meta: { failureShownHere: options?.failureShownHere },
    onSuccess: (answer) => {
      void refetchChanged(client, (answer as { changed: string[] }).changed);
    },
  });
}

/** The commands that answer with the desk as it is then. */
type DeskCommand = { [K in keyof Commands]: Commands[K]['res'] extends DeskStatus ? K : never }[keyof Commands];

/**
 * Opens, makes, closes an office, or says who works: everything that was known before is asked again, and forgotten where
 * it was another office or another person that knew it. Who only unlocks his desk finds it as he left it.
 */
export function useDeskCommand<K extends DeskCommand>(cmd: K, options?: { failureShownHere?: boolean }) {
  const client = useQueryClient();
  return useMutation<DeskStatus, WireError, Commands[K]['req']>({
    mutationFn: (req) => rpc(cmd, req) as Promise<DeskStatus>,
    meta: { failureShownHere: options?.failureShownHere },
    onSuccess: (desk) => {
      const { queryKey } = deskStatusQueryOptions();
      const before = client.getQueryData<DeskStatus>(queryKey);
      client.setQueryData(queryKey, desk);
      const others = { predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== queryKey[0] };
      if (!isSameDesk(before, desk)) client.removeQueries({ ...others, type: 'inactive' });
      void client.invalidateQueries(others);
    },
  });
}

const isSameDesk = (before: DeskStatus | undefined, now: DeskStatus) => before?.office?.dir === now.office?.dir && before?.me?.id === now.me?.id;

/** A command that is neither: starts a job, writes a file. */
export function useRun<K extends keyof Commands>(cmd: K, options?: { failureShownHere?: boolean }) {
  return useMutation<Commands[K]['res'], WireError, Commands[K]['req']>({
    mutationFn: (req) => rpc(cmd, req),
    meta: { failureShownHere: options?.failureShownHere },
  });
}
