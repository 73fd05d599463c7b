import { useTranslation } from 'react-i18next';
import { AttachBox } from '../attachments/AttachBox';
import type { TaskDetail } from '../platform/bindings';
import { Field } from '../shared/Field';
import type { Sheet } from './sheet';

type Props = { detail: TaskDetail; sheet: Sheet; onChange: (attachments: string[]) => void };

/** What is kept with a call besides its answers: the photo of a signed sheet, a recording. */
export function SheetFiles({ detail, sheet, onChange }: Props) {
  const { t } = useTranslation();
  if (sheet.outcome === null) return null;
  return (
    <Field label={t('attachments.title')}>
      <AttachBox label={t('attachments.title')} owner={{ task: detail.row.id }} ids={sheet.attachments} onChange={onChange} />
    </Field>
  );
}
