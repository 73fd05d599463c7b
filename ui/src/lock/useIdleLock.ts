import { useEffect, useEffectEvent } from 'react';
import { useIdleMinutes, watchIdle } from './idle';
import { useLock } from './useLock';

/** Locks the desk when nobody has touched it for as long as the settings say. */
export function useIdleLock(isOn: boolean): void {
  const { minutes } = useIdleMinutes();
  // Where nobody could unlock it, the desk stays open, and nobody needs to hear of it.
  const lock = useLock({ failureShownHere: true });
  const onIdle = useEffectEvent(() => lock.mutate());
  useEffect(() => (isOn ? watchIdle(minutes, onIdle) : undefined), [isOn, minutes]);
}
