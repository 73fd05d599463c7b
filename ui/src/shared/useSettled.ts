import { useEffect, useState } from 'react';

/** A value that follows after a short rest, so that holding an arrow key does not ask for every row it passes. */
export function useSettled<T>(value: T, restMs: number, atOnce = false): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (atOnce) {
      setSettled(value);
      return undefined;
    }
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs, atOnce]);
  return settled;
}
