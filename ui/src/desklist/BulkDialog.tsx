import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { showDone } from '../shared/notices';
import { type Answered, DecisionDialog } from './DecisionDialog';
import type { BulkAct } from './MarkBar';
import { useMarks } from './marks';
import { useUndo } from './useUndo';

type Props = { act: BulkAct; tasks: string[]; onClose: () => void };

/** One decision about all marked tasks: what it needs, why, and who approved. It is taken back as one. */
export function BulkDialog({ act, tasks, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useWrite('decide_many', { failureShownHere: true });
  const undo = useUndo();
  // The latest days of so many tasks are known to the office alone.
  const isLate = decide.error?.code === 'past_latest';
  const confirm = (answered: Answered) =>
    decide.mutate(
      { act, tasks, ...answered },
      {
        onSuccess: (decided) => {
          useMarks.getState().clear();
          onClose();
          showDone(decided.line, () => undo(decided.act));
        },
      },
    );
  return (
    <DecisionDialog
      name="bulk"
      title={t('desklist.bulk.title', { act: t(`decide.${act}`), count: tasks.length })}
      okText={t('desklist.bulk.ok', { act: t(`decide.${act}`), count: tasks.length })}
      about={t(`desklist.bulk.about.${act}`)}
      dayLabel={t('decide.day')}
      asked={() => ({
        day: act === 'reschedule' ? 'needed' : 'no',
        to: act === 'reassign',
        approver: isLate ? 'late' : act === 'waive' ? 'needed' : 'no',
        reason: act !== 'reassign',
      })}
      error={decide.error}
      isBusy={decide.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
