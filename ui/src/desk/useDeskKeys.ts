import { useEffect, useEffectEvent } from 'react';
import { useLock } from '../lock/useLock';
import { isIme, isTextField } from '../shared/ime';
import { isCovered } from '../shared/overlays';
import { useDialogs } from './dialogs';
import { PAGES, useRoute } from './route';
import { useZoom } from './zoom';

/** The keys that work on every page: Ctrl+1 to Ctrl+9, Alt+←, Ctrl+L, Ctrl+comma, F1, and the zoom. */
export function useDeskKeys(): void {
  const lock = useLock();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isIme(event)) return;
    const act = zoomOf(event) ?? (isLockKey(event) ? () => lock.mutate() : isCovered() ? undefined : pageKey(event));
    if (!act) return;
    act();
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

const isLockKey = (event: KeyboardEvent) => event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 'l';

function zoomOf({ ctrlKey, altKey, key }: KeyboardEvent): (() => void) | undefined {
  if (!ctrlKey || altKey) return undefined;
  const { step, choose } = useZoom.getState();
  if (key === '+' || key === '=') return () => step(1);
  if (key === '-' || key === '_') return () => step(-1);
  return key === '0' ? () => choose(100) : undefined;
}

/** What a dialog over the page keeps to itself. */
function pageKey(event: KeyboardEvent): (() => void) | undefined {
  const { ctrlKey, altKey, key } = event;
  const { go, back } = useRoute.getState();
  const { show } = useDialogs.getState();
  const page = ctrlKey && /^[1-9]$/.test(key) ? PAGES[Number(key) - 1] : undefined;
  if (page) return () => go({ page });
  if (altKey && key === 'ArrowLeft') return back;
  if (ctrlKey && key === ',') return () => show({ kind: 'settings' });
  const asksForKeys = key === 'F1' || (key === '?' && !isTextField(event.target));
  return asksForKeys ? () => show({ kind: 'keys' }) : undefined;
}
