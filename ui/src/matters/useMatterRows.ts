import { useCallback, useState } from 'react';
import { matterListQueryOptions } from '../api/queries';
import type { MatterList, MatterQuery, MatterRow } from '../platform/bindings';
import { PAGE, usePages } from '../shared/usePages';

/** The matters of a query, of one stage or of all; only the windows on screen are asked for. */
export function useMatterRows(query: MatterQuery, stage: string | null) {
  const [range, setRange] = useState({ from: 0, to: PAGE - 1 });
  const onRange = useCallback((from: number, to: number) => setRange({ from, to }), []);
  const pages = usePages<MatterRow, MatterList>((offset, limit) => matterListQueryOptions({ ...query, stage, offset, limit }), range);
  return { pages, onRange };
}
