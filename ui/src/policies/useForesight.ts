import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { previewPolicyQueryOptions } from '../api/queries';
import { asWireError } from '../platform';
import type { PolicyChange, PolicyPreview, WireError } from '../platform/bindings';

export type Foresight = {
  /** What the change as it stands would do; null until it was asked. */
  preview: PolicyPreview | null;
  /** Something was foreseen, and the wish has changed since. */
  isStale: boolean;
  isBusy: boolean;
  error: WireError | null;
  /** Asks what the change as it stands would do. */
  look: () => void;
};

/** Foresees a change when asked to: on the data of a large office this takes a while, and typing must not wait for it. */
export function useForesight(change: PolicyChange): Foresight {
  const [seen, setSeen] = useState<PolicyChange | null>(null);
  const isStale = seen !== null && effect(seen) !== effect(change);
  const { data, error, isFetching, refetch } = useQuery({ ...previewPolicyQueryOptions(seen ?? change), enabled: seen !== null });
  return {
    preview: isStale || !data || error ? null : data,
    isStale,
    isBusy: isFetching,
    error: error && !isStale ? asWireError(error) : null,
    look: () => (seen !== null && !isStale ? void refetch() : setSeen(change)),
  };
}

/** The part of a wish that matters for what happens: who approved it and why does not. */
const effect = (change: PolicyChange): string => JSON.stringify({ ...change, approver: null, reason: '' });

/** A change of nothing, to be filled in. */
export const changeOf = (act: string, more: Partial<PolicyChange>): PolicyChange => ({
  act,
  pack: null,
  from: null,
  values: {},
  overrides: null,
  new_text: false,
  holidays: null,
  approver: null,
  reason: '',
  ...more,
});
