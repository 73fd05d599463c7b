import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';

/** Strikes out a record, with a reason. */
export function VoidDialog({ record, onClose }: { record: string; onClose: () => void }) {
  const { t } = useTranslation();
  const strike = useWrite('void_record', { failureShownHere: true });
  return (
    <ReasonDialog
      title={t('clients.void')}
      about={t('clients.voidAbout')}
      okText={t('clients.void')}
      isBusy={strike.isPending}
      error={strike.error}
      onClose={onClose}
      onConfirm={(reason) =>
        strike.mutate(
          { record, reason },
          {
            onSuccess: (changed) => {
              onClose();
              showDone(changed.line || t('clients.voided'));
            },
          },
        )
      }
    />
  );
}
