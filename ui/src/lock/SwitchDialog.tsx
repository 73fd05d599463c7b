import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDeskCommand } from '../api/writes';
import type { StaffBrief } from '../platform/bindings';
import { useDialogForm } from '../shared/overlays';
import { PinEntry } from './PinEntry';

/** Asks a colleague who has a PIN for it before he works at an open desk. */
export function SwitchDialog({ person, onClose }: { person: StaffBrief; onClose: () => void }) {
  const { t } = useTranslation();
  const signIn = useDeskCommand('sign_in', { failureShownHere: true });
  const form = useDialogForm();
  return (
    <Modal open footer={null} width={420} title={t('lock.switchTo', { name: person.name })} onCancel={onClose}>
      <div ref={form}>
        <PinEntry
          name={person.name}
          okText={t('lock.enter')}
          isBusy={signIn.isPending}
          error={signIn.error}
          onPin={(pin) => signIn.mutate({ staff: person.id, pin }, { onSuccess: onClose })}
        />
      </div>
    </Modal>
  );
}
