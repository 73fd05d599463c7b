import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import type { AttachmentRow } from '../platform/bindings';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';
import { DropZone } from './AttachBox';
import styles from './attachments.module.css';
import { FileTile } from './FileTile';

/** 附件 of a client: what counts, the way to add, and, folded away, what was struck out. */
export function AttachmentSection({ client }: { client: string }) {
  const { t } = useTranslation();
  const { data: files = [] } = useQuery(attachmentsQueryOptions({ client, record: null, ids: [] }));
  const [struck, setStruck] = useState<AttachmentRow | null>(null);
  const shown = files.filter((file) => file.struck === null);
  const gone = files.filter((file) => file.struck !== null);
  return (
    <section className={styles.section} aria-label={t('attachments.title')} data-testid="attachment-section">
      <DropZone label={t('attachments.title')} owner={{ client }} onAdded={() => undefined}>
        {shown.map((file) => (
          <FileTile key={file.id} file={file} onStrike={() => setStruck(file)} />
        ))}
      </DropZone>
      {gone.length > 0 && (
        <details>
          <summary className={styles.hint}>{t('attachments.gone', { count: gone.length })}</summary>
          <div className={styles.tiles}>
            {gone.map((file) => (
              <FileTile key={file.id} file={file} />
            ))}
          </div>
        </details>
      )}
      {struck && <StrikeDialog file={struck} onClose={() => setStruck(null)} />}
    </section>
  );
}

/** A file is struck out with a reason; it stays, and can be looked at. */
function StrikeDialog({ file, onClose }: { file: AttachmentRow; onClose: () => void }) {
  const { t } = useTranslation();
  const strike = useWrite('strike_attachment', { failureShownHere: true });
  const confirm = (reason: string) =>
    strike.mutate(
      { id: file.id, reason },
      {
        onSuccess: (changed) => {
          onClose();
          showDone(changed.line);
        },
      },
    );
  return (
    <ReasonDialog
      title={t('attachments.strikeTitle', { name: file.name })}
      about={t('attachments.strikeAbout')}
      okText={t('attachments.strike')}
      isBusy={strike.isPending}
      error={strike.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
