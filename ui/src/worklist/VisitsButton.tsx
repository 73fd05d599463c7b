import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { PaperDialog, type PaperSheet } from '../paper/PaperDialog';
import { addDays } from '../shared/dates';
import { useToday } from '../shared/today';
import { useWorklistState } from './state';

/** How far ahead a round of visits looks. */
const DAYS_AHEAD = 7;

/** 打印回访单: mine or everybody's, as the list is; what is due today, or within the week, or at all. */
export function VisitsButton() {
  const { t } = useTranslation();
  const { me } = useDesk();
  const today = useToday();
  const mine = useWorklistState((state) => state.whose === 'mine');
  const [isOpen, setOpen] = useState(false);
  const round = (label: string, dueTo: string | null): PaperSheet => ({
    label,
    print: { cmd: 'print_visits', req: { staff: mine ? (me?.id ?? null) : null, due_to: dueTo, tasks: [], on: null } },
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="print-visits">
        {t('paper.visits')}
      </Button>
      {isOpen && (
        <PaperDialog
          title={t(mine ? 'paper.visitsMine' : 'paper.visitsAll')}
          fileName={t('paper.visitsName', { on: today })}
          sheets={[round(t('paper.dueToday'), today), round(t('paper.dueWeek'), addDays(today, DAYS_AHEAD)), round(t('paper.dueAll'), null)]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
