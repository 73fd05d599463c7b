import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQueryOptions } from '../../api/queries';
import { AttachBox } from '../../attachments/AttachBox';
import { SignDialog } from '../../attachments/SignDialog';
import type { TaskAnswers } from '../../platform/bindings';
import styles from './answers.module.css';

type PhotoProps = { label: string; task: string; ids: string[]; testId: string; onChange: (ids: string[]) => void };

/** Pictures that answer a question: chosen, dropped or pasted. */
export function PhotoAnswer({ label, task, ids, testId, onChange }: PhotoProps) {
  return (
    <div data-testid={testId}>
      <AttachBox label={label} owner={{ task }} ids={ids} only="photo" onChange={onChange} />
    </div>
  );
}

type SignatureProps = {
  label: string;
  /** The task and its answers as they would be signed now. */
  answers: TaskAnswers;
  /** The signature, or the photo of the signed sheet. */
  ids: string[];
  /** Something was changed after it was signed. */
  isOutdated: boolean;
  testId: string;
  onSigned: (signature: string) => void;
  onPhoto: (ids: string[]) => void;
};

/** A signature by mouse, pen or finger (现场签名图像); or a photo of the sheet that was signed on paper. */
export function SignatureAnswer({ label, answers, ids, isOutdated, testId, onSigned, onPhoto }: SignatureProps) {
  const { t } = useTranslation();
  const [isSigning, setSigning] = useState(false);
  const { data = [] } = useQuery({ ...attachmentsQueryOptions({ client: null, record: null, ids }), enabled: ids.length > 0 });
  const signature = data.find((file) => file.kind === 'signature');
  return (
    <div data-testid={testId} className={styles.files}>
      {signature && (
        <span className={styles.signed}>
          {signature.thumbnail && <img src={signature.thumbnail} alt={label} />}
          <span className={isOutdated ? styles.old : undefined}>
            {isOutdated ? `▲ ${t('sheet.signedBefore')}` : `✓ ${t('attachments.signedAt', { at: signature.at.slice(-5) })}`}
          </span>
        </span>
      )}
      <Button tabIndex={0} onClick={() => setSigning(true)} data-testid={`${testId}-sign`}>
        {signature ? t('attachments.signAgain') : t('attachments.sign')}
      </Button>
      {!signature && (
        <AttachBox label={label} owner={{ task: answers.task }} ids={ids} only="photo" addText={t('attachments.photoOfSheet')} onChange={onPhoto} />
      )}
      {isSigning && <SignDialog title={label} answers={answers} onClose={() => setSigning(false)} onSigned={onSigned} />}
    </div>
  );
}
