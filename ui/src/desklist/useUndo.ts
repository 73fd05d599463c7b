import { useWrite } from '../api/writes';
import { showDone } from '../shared/notices';

/** Takes back what was done, and says so. The dialog that did it may be gone by then: only the promise still tells. */
export function useUndo(): (act: string) => void {
  const { mutateAsync } = useWrite('undo_act');
  return (act) => void mutateAsync({ act }).then((changed) => showDone(changed.line), () => undefined);
}
