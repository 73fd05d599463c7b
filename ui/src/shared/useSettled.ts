import { useEffect, useState } from 'react';

/**
 * A value that follows after a short rest, so that holding an arrow key does not ask for every row it passes. With
 * `atOnce` it follows without rest.
 */
export function useSettled<T>(value: T, restMs: number, atOnce = false): T {
  const [settled, setSettled] = useState(value);
  if (atOnce && settled !== value) setSettled(value);
  useEffect(() => {
    // Setting what stands there already would come back later: React keeps such an update and may apply it again.
    if (settled === value) return undefined;
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, settled, restMs]);
  return atOnce ? value : settled;
}
