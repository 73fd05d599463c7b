import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { openHelp } from '../help/openHelp';
import { useDialogForm } from '../shared/overlays';
import { KeyList } from './KeyList';

/** F1: every key there is, and the way to what the help says about the page below. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const box = useDialogForm();
  const toHelp = () => {
    onClose();
    openHelp();
  };
  return (
    <Modal open footer={null} width={680} title={t('keys.title')} onCancel={onClose}>
      <div ref={box} data-testid="keys-dialog">
        <p data-question="help">
          <Button size="middle" type="primary" tabIndex={0} onClick={toHelp} data-testid="keys-help">
            {t('help.thisPage')}
          </Button>
        </p>
        <KeyList />
      </div>
    </Modal>
  );
}
