import { MutationCache, QueryClient } from '@tanstack/react-query';
import { asWireError } from '../platform';
import { showError } from '../shared/notices';
import { isTouched } from './nouns';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The component shows the failure itself, beside what failed. Otherwise the notice bar does. */
      failureShownHere?: boolean;
    };
  }
}

/** The cache of what the core says. Nothing goes stale by itself: there is no other writer than this window. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (!mutation.meta?.failureShownHere) showError(asWireError(error));
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Asks again for everything that is made of what changed. */
export function refetchChanged(client: QueryClient, changed: readonly string[]): Promise<void> {
  return client.invalidateQueries({ predicate: (query) => isTouched(String(query.queryKey[0]), changed) });
}
