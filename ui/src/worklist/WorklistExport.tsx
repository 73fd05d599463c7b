import { useTranslation } from 'react-i18next';
import { ExportButton } from '../grid/ExportButton';
import type { SavedView, WorklistQuery } from '../platform/bindings';
import { type Tab, useWorklistState } from './state';

/** What stands in the workbook, by the ids of the office's export. */
const COLUMNS = ['client', 'place', 'phone', 'due', 'state', 'title', 'matter', 'because', 'channel', 'assignee', 'tries'] as const;

/** 导出Excel of the rows that are listed now: the tab or view, whose, and what was typed. */
export function WorklistExport({ tab, query, views }: { tab: Tab; query: WorklistQuery; views: SavedView[] }) {
  const { t } = useTranslation();
  const { instead, whose } = useWorklistState();
  const view = instead?.kind === 'view' ? views.find((known) => known.view === instead.view)?.name : undefined;
  const listed =
    instead === null ? t(`worklist.tab.${tab}`)
    : instead.kind === 'done' ? t('worklist.exportDone')
    : instead.kind === 'chosen' ? instead.title
    : view;
  const title = [t('worklist.title'), listed, whose !== 'all' && t(`desklist.whose.${whose}`), query.find].filter(Boolean).join(' · ');
  return <ExportButton size="small" title={title} columns={COLUMNS.map((id) => ({ value: id, label: t(`worklist.exportColumn.${id}`) }))} of={() => ({ list: 'worklist', query })} />;
}
