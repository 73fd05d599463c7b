import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { codeText } from '../i18n/codes';
import { useDesk } from '../desk/desk';
import { useMarks } from '../desklist/marks';
import { dropDraft, keepDraft } from '../drafts/drafts';
import type { RecordFollowUp, TaskDetail } from '../platform/bindings';
import { showDone } from '../shared/notices';
import type { Sheet } from './sheet';
import { listed, useWorklistState } from './state';
import { draftTitle } from './useSheet';

/**
 * Saving a sheet: the record is written, the drafts go, the bar offers the way back for ten seconds. The way back leads
 * to the task where it stood, with what was written on its sheet.
 */
export function useSave(detail: TaskDetail, dropOwn: () => Promise<unknown>, onSaved: (answered: string[]) => void) {
  const { t } = useTranslation();
  const record = useWrite('record_follow_up', { failureShownHere: true });
  const strike = useWrite('void_call');
  const { me } = useDesk();
  const client = useQueryClient();
  const author = me?.id ?? '';
  const name = detail.row.client?.name ?? t('worklist.office');

  const save = (followUp: RecordFollowUp, sheet: Sheet) =>
    record.mutate(followUp, {
      onSuccess: (written) => {
        const worklist = useWorklistState.getState();
        const answered = followUp.tasks.map((task) => task.task);
        void dropOwn();
        const others = answered.filter((task) => task !== detail.row.id);
        others.forEach((task) => void dropDraft(client, author, 'call', task));
        useMarks.getState().drop(answered);
        onSaved(answered);
        const outcome = codeText('outcome', followUp.outcome);
        const text = written.settled.length > 0 ? t('worklist.done', { name }) : t('worklist.tried', { name, outcome });
        const undone = () => {
          const title = draftTitle(detail, t('worklist.office'));
          void keepDraft(client, author, { kind: 'call', key: detail.row.id, title, body: sheet, field: '', cursor: null });
          worklist.comeBackTo(detail.row.id, worklist.index, listed(worklist));
          showDone(t('worklist.undone', { name }));
        };
        // The sheet is gone by then: only the promise still tells. A failure stands in the bar.
        const undo = () => void strike.mutateAsync({ record: written.record, reason: t('worklist.undoReason') }).then(undone, () => undefined);
        showDone([text, written.line].filter(Boolean).join(' · '), undo);
      },
    });
  return { save, isSaving: record.isPending, error: record.error, reset: record.reset };
}
