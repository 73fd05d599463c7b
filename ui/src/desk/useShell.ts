import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { deskStatusQueryOptions } from '../api/queries';
import { host } from '../platform';
import { useRoute } from './route';
import { useZoom } from './zoom';

/** The size of type is each person's own. */
export function usePerson(person: string): void {
  useEffect(() => useZoom.getState().follow(person), [person]);
}

/** What somebody pressed in the tray. */
export function useShellEvents(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      host().onShell((what) => {
        if (what === 'worklist') useRoute.getState().go({ page: 'worklist' });
        else void client.invalidateQueries({ queryKey: [deskStatusQueryOptions().queryKey[0]] });
      }),
    [client],
  );
}
