import { useEffect } from 'react';

/**
 * Hides everything but the lock: what stands below (dialogs too) is neither seen nor read aloud nor reached by Tab, and
 * no key gets to it. It is not taken away, so that a half-filled form is there again afterwards.
 */
export function useCover(): void {
  useEffect(() => {
    const root = document.documentElement;
    // Handlers of the page listen on the window; React's own listen below the root, and so still hear the lock's keys.
    const keep = (event: Event) => event.stopPropagation();
    const from = document.activeElement as HTMLElement | null;
    root.dataset.locked = 'true';
    root.addEventListener('keydown', keep);
    return () => {
      delete root.dataset.locked;
      root.removeEventListener('keydown', keep);
      setTimeout(() => {
        if (document.activeElement === document.body && from?.isConnected) from.focus({ preventScroll: true });
      });
    };
  }, []);
}
