import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import type { TaskRow } from '../platform/bindings';
import { showDone } from '../shared/notices';

/** Says that a piece of work is done; the bar offers the way back for ten seconds. */
export function useFinish(task: TaskRow, options?: { failureShownHere?: boolean; onDone?: () => void }) {
  const { t } = useTranslation();
  const decide = useWrite('decide', { failureShownHere: options?.failureShownHere });
  const strike = useWrite('void_decision');
  const finish = (note = '', day: string | null = null) => {
    if (decide.isPending) return;
    const wish = { act: 'finish', task: task.id, client: null, day, to: null, approver: null, reason: note };
    decide.mutateAsync(wish).then(
      ({ decision }) => {
        options?.onDone?.();
        const undone = () => showDone(t('work.undone', { title: task.title }));
        const undo = () => void strike.mutateAsync({ decision: decision ?? '', reason: t('worklist.undoReason') }).then(undone, () => undefined);
        showDone(t('work.finished', { title: task.title }), undo);
      },
      () => undefined,
    );
  };
  return { finish, isBusy: decide.isPending, error: decide.error };
}
