import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQueryOptions } from '../api/queries';
import { Failed } from '../shared/Failed';
import styles from './attachments.module.css';
import { FileTile } from './FileTile';
import { type Owner, useAttach } from './useAttach';

type Props = {
  label: string;
  owner: Owner;
  /** The files that stand here. */
  ids: string[];
  only?: 'photo';
  addText?: string;
  onChange: (ids: string[]) => void;
};

/** Files that are gathered while a form is filled in. Taking one off the form leaves it in the client's archive. */
export function AttachBox({ label, owner, ids, only, addText, onChange }: Props) {
  const { data: files = [] } = useQuery({ ...attachmentsQueryOptions({ client: null, record: null, ids }), enabled: ids.length > 0 });
  return (
    <DropZone label={label} owner={owner} only={only} addText={addText} onAdded={(added) => onChange([...ids, ...added])}>
      {ids.length > 0 &&
        files
          .filter((file) => ids.includes(file.id))
          .map((file) => <FileTile key={file.id} file={file} onTakeOff={() => onChange(ids.filter((id) => id !== file.id))} />)}
    </DropZone>
  );
}

type ZoneProps = {
  label: string;
  owner: Owner;
  only?: 'photo';
  addText?: string;
  onAdded: (ids: string[]) => void;
  children?: ReactNode;
};

/** Takes files by a button, by dropping them here, or by pasting a picture while the focus is inside. */
export function DropZone({ label, owner, only, addText, onAdded, children }: ZoneProps) {
  const { t } = useTranslation();
  const { choose, take, isBusy, error } = useAttach(owner, only, (rows) => onAdded(rows.map((row) => row.id)));
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  };
  return (
    <div
      className={isOver ? `${styles.zone} ${styles.over}` : styles.zone}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
      data-testid="drop-zone"
    >
      <div className={styles.tiles}>
        {children}
        <Button tabIndex={0} loading={isBusy} onClick={() => void choose()} data-testid="attach">
          {addText ?? t(only ? 'attachments.addPhoto' : 'attachments.add')}
        </Button>
        <span className={styles.hint}>{isOver ? t('attachments.letGo') : t('attachments.hint')}</span>
      </div>
      {error && <Failed error={error} testId="attach-failed" />}
    </div>
  );
}
