import { useEffect, useEffectEvent } from 'react';
import { isIme } from '../shared/ime';
import { isCovered } from '../shared/overlays';

/** F7: the client of this page or sheet rings or walks in. */
export function useContactKey(open: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'F7' || isCovered()) return;
    event.preventDefault();
    open();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
