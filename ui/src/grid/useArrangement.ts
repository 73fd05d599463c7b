import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { viewSettingQueryOptions } from '../api/queries';
import { useRun } from '../api/writes';
import { type Arrangement, readArrangement } from './columns';

/** How the person at work wants the table of that name, and a way to change it for good. */
export function useArrangement(name: string): [Arrangement, (next: Arrangement) => void] {
  const client = useQueryClient();
  const options = viewSettingQueryOptions(name);
  const { data } = useQuery(options);
  const put = useRun('put_view_setting');
  const value = data?.value;
  const arrangement = useMemo(() => readArrangement(value), [value]);
  const keep = (next: Arrangement) => {
    // Shown at once; the office keeps it for the next time.
    client.setQueryData(options.queryKey, { value: next });
    put.mutate({ name, value: next });
  };
  return [arrangement, keep];
}
