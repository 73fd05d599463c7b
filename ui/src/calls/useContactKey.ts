import { useEffect, useEffectEvent } from 'react';
import { isIme } from '../shared/ime';
import { isCovered } from '../shared/overlays';

/** Ctrl+I: the client of this page or sheet rings or walks in. */
export function useContactKey(open: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey || event.key.toLowerCase() !== 'i' || isCovered()) return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
