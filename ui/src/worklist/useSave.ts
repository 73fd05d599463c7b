import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { codeText } from '../i18n/codes';
import type { RecordFollowUp, TaskDetail } from '../platform/bindings';
import { showDone } from '../shared/notices';
import { useDrafts } from './drafts';

/** Saving a sheet: the record is written, the drafts go, the bar offers the way back for ten seconds. */
export function useSave(detail: TaskDetail, onSaved: (answered: string[]) => void) {
  const { t } = useTranslation();
  const record = useWrite('record_follow_up', { failureShownHere: true });
  const strike = useWrite('void_record');
  const drop = useDrafts((state) => state.drop);
  const name = detail.row.client?.name ?? t('worklist.office');

  const save = (followUp: RecordFollowUp) =>
    record.mutate(followUp, {
      onSuccess: (written) => {
        const answered = followUp.tasks.map((task) => task.task);
        drop(answered);
        onSaved(answered);
        const outcome = codeText('outcome', followUp.outcome);
        const text = written.settled.length > 0 ? t('worklist.done', { name }) : t('worklist.tried', { name, outcome });
        const undo = () =>
          strike.mutate(
            { record: written.record, reason: t('worklist.undoReason') },
            { onSuccess: () => showDone(t('worklist.undone', { name })) },
          );
        showDone([text, written.line].filter(Boolean).join(' · '), undo);
      },
    });
  return { save, isSaving: record.isPending, error: record.error, reset: record.reset };
}
