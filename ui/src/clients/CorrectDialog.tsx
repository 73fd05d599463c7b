import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';

/** A field of a matter and what it ought to be. */
export type Correction = { matter: string; title: string; field: string; value: boolean };

/** Corrects a field of a matter by hand, with a reason. */
export function CorrectDialog({ correction, onClose }: { correction: Correction; onClose: () => void }) {
  const { t } = useTranslation();
  const correct = useWrite('correct_matter', { failureShownHere: true });
  const { matter, field, value } = correction;
  const what = value ? t('clients.replyOnly') : t('clients.notReplyOnly');
  return (
    <ReasonDialog
      title={`${t('clients.correct')} · ${what}`}
      about={t('common.sentences', { first: correction.title, second: t('clients.correctAbout') })}
      okText={t('clients.correct')}
      isBusy={correct.isPending}
      error={correct.error}
      onClose={onClose}
      onConfirm={(reason) =>
        correct.mutate(
          { matter, field, value, reason },
          {
            onSuccess: (changed) => {
              onClose();
              showDone(changed.line);
            },
          },
        )
      }
    />
  );
}
