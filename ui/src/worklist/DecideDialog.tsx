import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { type Answered, type Asked, DecisionDialog } from '../desklist/DecisionDialog';
import type { TaskRow } from '../platform/bindings';
import type { Day } from '../shared/dates';
import { showDone } from '../shared/notices';

export type Act = 'reschedule' | 'reassign' | 'waive' | 'give_up' | 'reopen' | 'pause' | 'resume' | 'do_not_contact';

type Props = { act: Act; task?: TaskRow; client?: string; name: string; onClose: () => void };

/** What is asked; the law is in the core. */
function askedOf(act: Act, task: TaskRow | undefined, day: Day | null): Asked {
  const isLate = act === 'reschedule' && day !== null && task?.latest != null && day > task.latest.slice(0, 10);
  return {
    day: act === 'reschedule' ? 'needed' : act === 'pause' ? 'maybe' : 'no',
    to: act === 'reassign',
    approver: isLate ? 'late' : act === 'waive' ? 'needed' : 'no',
    reason: true,
  };
}

/** A decision about a task or a client: what it needs, and why. */
export function DecideDialog({ act, task, client, name, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useWrite('decide', { failureShownHere: true });
  // The dialog is gone when it is undone: only the promise still tells.
  const { mutateAsync: undo } = useWrite('void_decision');
  const confirm = (answered: Answered) =>
    decide.mutate(
      { act, task: task?.id ?? null, client: client ?? null, ...answered },
      {
        onSuccess: (changed) => {
          onClose();
          const { decision } = changed;
          const back = (id: string) => void undo({ decision: id, reason: t('worklist.undoDecision') }).then((undone) => showDone(undone.line), () => undefined);
          showDone(`${name} · ${t(`decide.${act}`)} · ${changed.line}`, decision === null ? undefined : () => back(decision));
        },
      },
    );
  return (
    <DecisionDialog
      name="decide"
      title={`${t(`decide.${act}`)} · ${name}`}
      okText={t(`decide.${act}`)}
      about={t(`decide.about.${act}`)}
      dayLabel={t(act === 'pause' ? 'decide.until' : 'decide.day')}
      asked={(day) => askedOf(act, task, day)}
      error={decide.error}
      isBusy={decide.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
