import type { TFunction } from 'i18next';
import type { GridColumn } from '../grid/columns';
import { codeText } from '../i18n/codes';
import type { TaskRow } from '../platform/bindings';
import { DueMark } from '../worklist/DueMark';

/** The columns of a list of tasks behind a figure. Their ids are those of the office's export. */
export function figureColumns(t: TFunction): GridColumn<TaskRow>[] {
  return [
    { id: 'client', title: t('worklist.column.client'), width: 126, text: (row) => row.client?.name ?? t('worklist.office') },
    { id: 'place', title: t('clients.column.place'), width: 126, text: (row) => row.client?.place ?? '' },
    { id: 'due', title: t('worklist.column.due'), width: 140, text: (row) => row.due, render: (row) => <DueMark task={row} /> },
    { id: 'state', title: t('reports.column.state'), width: 76, text: (row) => codeText('taskState', row.state) },
    { id: 'title', title: t('reports.column.title'), width: 118, text: (row) => row.title },
    { id: 'matter', title: t('reports.column.matter'), width: 104, text: (row) => row.matter?.no ?? '' },
    { id: 'because', title: t('worklist.column.why'), width: 220, text: (row) => row.because },
    { id: 'channel', title: t('worklist.column.channel'), width: 62, text: (row) => codeText('channel', row.channels[0] ?? '') },
    { id: 'assignee', title: t('worklist.column.assignee'), width: 96, text: (row) => row.assignee },
    { id: 'tries', title: t('reports.column.tries'), width: 72, text: (row) => String(row.tries), number: (row) => row.tries, isExtra: true },
  ];
}
