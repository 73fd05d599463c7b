import { useTranslation } from 'react-i18next';
import { showDone } from '../shared/notices';
import { StateMark } from '../shared/StateMark';
import { DropZone } from './AttachBox';
import styles from './attachments.module.css';

/** ■ 待签字: a home visit that the client has still to sign. The photo of the sheet that he signed clears it. */
export function UnsignedBar({ record }: { record: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.unsigned} data-testid="unsigned">
      <StateMark look="sign" text={t('worklist.sign')} />
      <DropZone label={t('attachments.signedSheet')} owner={{ record }} only="photo" addText={t('attachments.addSigned')} onAdded={() => showDone(t('attachments.signedDone'))} />
    </div>
  );
}
