import { useEffect, useRef, useState } from 'react';
import { rpc } from '../platform';
import type { OnLine } from '../platform/bindings';

/**
 * Says that this person is on the line with the client as long as his sheet is open, and who else is. A look at the sheet
 * claims nothing: it is claimed when somebody begins to work in it.
 */
export function useClaim(client: string | undefined, begins: boolean) {
  const [by, setBy] = useState<OnLine | null>(null);
  const isMine = useRef(false);
  const claim = (take_over: boolean) => {
    if (client === undefined) return;
    rpc('claim', { client, take_over }).then(
      (claimed) => {
        isMine.current = claimed.by === null;
        setBy(claimed.by);
      },
      // That nobody else can see it is no reason not to make the call.
      () => undefined,
    );
  };
  // Claimed when the work begins; given up when it ends, the sheet is closed, or another client's stands there.
  useEffect(() => {
    if (!begins) return undefined;
    claim(false);
    return () => {
      if (isMine.current && client !== undefined) void rpc('release', { client }).catch(() => undefined);
      isMine.current = false;
    };
    // Asked once when the work begins.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [begins, client]);
  return { by, takeOver: () => claim(true) };
}
