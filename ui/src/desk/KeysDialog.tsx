import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDialogForm } from '../shared/overlays';
import { KeyList } from './KeyList';

/** F1: every key there is. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const box = useDialogForm();
  return (
    <Modal open footer={null} width={680} title={t('keys.title')} onCancel={onClose}>
      <div ref={box} data-testid="keys-dialog">
        <KeyList />
      </div>
    </Modal>
  );
}
