import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { host, type Manners } from '../platform';

const KEY = ['manners'];

/** How the program behaves on this computer, and how to change that. */
export function useManners() {
  const client = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => host().manners({}) });
  const change = useMutation<Manners, Error, Partial<Manners>>({
    mutationFn: (wish) => host().manners(wish),
    meta: { failureShownHere: true },
    onSuccess: (manners) => client.setQueryData(KEY, manners),
  });
  return { manners: data, change };
}
