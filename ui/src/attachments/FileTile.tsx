import { useTranslation } from 'react-i18next';
import { asWireError, rpc } from '../platform';
import type { AttachmentRow } from '../platform/bindings';
import { showError } from '../shared/notices';
import { openFile } from '../shared/openFile';
import styles from './attachments.module.css';

type Props = { file: AttachmentRow; onTakeOff?: () => void; onStrike?: () => void };

/** Shapes for what has no picture of itself; the word stands beside it. */
const SIGNS: Record<string, string> = { pdf: 'PDF', recording: '♪', photo: '▣', signature: '✎' };

/** Opens a file with the program that the system has for it. */
export async function openAttachment(id: string): Promise<void> {
  try {
    openFile((await rpc('open_attachment', { id })).path);
  } catch (error) {
    showError(asWireError(error));
  }
}

/** A file: what it looks like, what it is called, from when; a press opens it. */
export function FileTile({ file, onTakeOff, onStrike }: Props) {
  const { t } = useTranslation();
  const about = [file.about, file.at, file.by, sizeOf(file.bytes)].filter(Boolean).join(' · ');
  return (
    <div className={file.struck ? `${styles.tile} ${styles.struck}` : styles.tile} data-testid="file" data-kind={file.kind} data-id={file.id}>
      <button type="button" className={styles.open} title={`${file.name}\n${about}`} onClick={() => void openAttachment(file.id)} data-testid="file-open">
        {file.thumbnail ? <img src={file.thumbnail} alt="" /> : <span className={styles.sign}>{SIGNS[file.kind]}</span>}
        <span className={styles.words}>
          <b>{file.name}</b>
          <small>{[t(`attachments.kind.${file.kind as 'photo'}`), file.at].join(' · ')}</small>
          {file.about && <small>{file.about}</small>}
          {file.struck && <small>{t('attachments.struck', { why: file.struck })}</small>}
        </span>
      </button>
      {onTakeOff && (
        <button type="button" className={styles.off} aria-label={t('attachments.takeOff', { name: file.name })} title={t('attachments.takeOff', { name: file.name })} onClick={onTakeOff} data-testid="file-off">
          ✕
        </button>
      )}
      {onStrike && (
        <button type="button" className={styles.off} onClick={onStrike} data-testid="file-strike">
          {t('attachments.strike')}
        </button>
      )}
    </div>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
