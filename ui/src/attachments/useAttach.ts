import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { asWireError, host } from '../platform';
import type { AddAttachment, AttachmentRow, WireError } from '../platform/bindings';
import { base64Of } from './base64';

/** Whose a file is: exactly one of them. */
export type Owner = { client: string } | { matter: string } | { record: string } | { task: string };

/** The largest file that the office takes; a larger one is not even read. */
export const MOST_BYTES = 50 * 1024 * 1024;

const PHOTOS = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'heic', 'bmp'];
const OTHERS = ['pdf', 'mp3', 'm4a', 'wav', 'amr', 'aac', 'ogg', 'flac', '3gp'];

/** Brings files in, one after the other: by the file dialog, or those that were dropped or pasted. */
export function useAttach(owner: Owner, only: 'photo' | undefined, onAdded: (rows: AttachmentRow[]) => void) {
  const { t } = useTranslation();
  const add = useWrite('add_attachment', { failureShownHere: true });
  const [error, setError] = useState<WireError | null>(null);
  const [isBusy, setBusy] = useState(false);

  const addAll = async (wishes: (() => Promise<Pick<AddAttachment, 'path' | 'name' | 'data'>>)[]) => {
    if (wishes.length === 0) return;
    setBusy(true);
    setError(null);
    const added: AttachmentRow[] = [];
    try {
      for (const wish of wishes) {
        const none = { client: null, matter: null, record: null, task: null };
        const { attachment } = await add.mutateAsync({ ...none, ...owner, ...(await wish()) });
        added.push(attachment);
      }
    } catch (failure) {
      setError(asWireError(failure));
    } finally {
      setBusy(false);
      // What came in before one failed is in.
      if (added.length > 0) onAdded(added);
    }
  };
  const choose = async () => {
    const extensions = only ? [...PHOTOS, 'pdf'] : [...PHOTOS, ...OTHERS];
    const paths = await host().chooseFiles([{ name: t(only ? 'attachments.photos' : 'attachments.files'), extensions }]);
    await addAll(paths.map((path) => async () => ({ path, name: '', data: null })));
  };
  const take = (files: readonly File[]) =>
    addAll(
      files.map((file) => async () => {
        if (file.size > MOST_BYTES) throw tooLarge(file, t('attachments.tooLarge', { name: file.name, size: megabytes(file.size), most: megabytes(MOST_BYTES) }));
        return { path: null, name: file.name || t('attachments.pasted'), data: await base64Of(file) };
      }),
    );
  return { choose, take, isBusy, error };
}

function tooLarge(file: File, detail: string): WireError {
  return { code: 'attachment_too_large', params: { bytes: file.size }, detail, trace_id: '' };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
