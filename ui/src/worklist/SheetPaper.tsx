import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDayWords } from '../i18n/days';
import { PaperDialog, type PaperSheet } from '../paper/PaperDialog';
import type { TaskDetail } from '../platform/bindings';
import { ActionMenu } from '../shared/ActionMenu';
import { Kbd } from '../shared/Kbd';
import { useToday } from '../shared/today';
import { asWritten, isWritten, type Sheet } from './sheet';

/** Which form is wanted: as it stands, or to be filled in by hand. */
export type PaperWish = 'filled' | 'blank';

type Props = { detail: TaskDetail; sheet: Sheet; wish: PaperWish; onClose: () => void };

/** The forms of a call on paper, one for each task; what stands on the sheet is printed as it stands. */
export function SheetPaper({ detail, sheet, wish, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const filled = isWritten(sheet) ? asWritten(sheet, detail, today, words) : null;
  // Nothing was written yet: a filled form would be an empty one that no longer has room to write.
  const isBlank = wish === 'blank' || (filled === null && detail.history.every((record) => record.voided));
  const tasks = detail.forms.filter((form) => form.task === detail.row.id || sheet.together.includes(form.task));
  const sheets: PaperSheet[] = tasks.map((form) => ({
    label: form.title,
    print: { cmd: 'print_form', req: { task: form.task, blank: isBlank, sheet: isBlank ? null : filled } },
  }));
  const name = [detail.row.client?.name ?? t('worklist.office'), detail.row.title].join(' ');
  return <PaperDialog title={t(isBlank ? 'paper.blankForm' : 'paper.filledForm', { name })} fileName={name} sheets={sheets} onClose={onClose} />;
}

/** Printing by mouse. */
export function PaperMenu({ onPaper }: { onPaper: (wish: PaperWish) => void }) {
  const { t } = useTranslation();
  const item = (key: PaperWish, label: string, keys: string) => ({
    key,
    label: (
      <span data-testid={`print-${key}`}>
        {label} <Kbd>{keys}</Kbd>
      </span>
    ),
    onClick: () => onPaper(key),
  });
  const items = [item('filled', t('paper.filled'), 'Ctrl P'), item('blank', t('paper.blank'), 'Shift Ctrl P')];
  return (
    <ActionMenu items={items} placement="bottomLeft">
      <Button size="middle" data-testid="print-menu">
        {t('paper.print')}
      </Button>
    </ActionMenu>
  );
}
