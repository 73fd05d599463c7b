import { Modal } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { figureListQueryOptions, type FigureRef } from '../api/queries';
import { goToClient } from '../desk/route';
import { ColumnMenu } from '../grid/ColumnMenu';
import { ExportButton } from '../grid/ExportButton';
import { Grid } from '../grid/Grid';
import { named, useColumns } from '../grid/useColumns';
import { useWindows } from '../grid/useWindows';
import type { FigureList, TaskRow } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { figureColumns } from './figureColumns';
import styles from './ReportPage.module.css';

/** A number that was opened: what it is, and how it is called. */
export type Opened = FigureRef & { title: string; definition: string };

type Props = { period: string; label: string; opened: Opened; onClose: () => void };

/** The list behind a figure: a number that cannot be opened is not believed. */
export function FigureTasks({ period, label, opened, onClose }: Props) {
  const { t } = useTranslation();
  const columns = useColumns('figure', useMemo(() => figureColumns(t), [t]));
  const pages = useWindows<TaskRow, FigureList>((offset, limit) => figureListQueryOptions(period, opened, offset, limit));
  const open = (at: number) => {
    const client = pages.rowAt(at)?.client;
    if (client) goToClient(client.id);
  };
  const title = t('reports.listTitle', { label: opened.title, period: label });
  return (
    <Modal open footer={null} width="min(1180px, 94vw)" onCancel={onClose} title={title}>
      <div className={styles.behindTop}>
        <p className={styles.definition}>{opened.definition}</p>
        <ColumnMenu columns={columns.all} arrangement={columns.arrangement} onChange={columns.keep} />
        <ExportButton title={title} columns={named(columns.shown)} of={() => ({ list: 'figure', query: { period, figure: opened.figure, table: opened.table, key: opened.key } })} disabled={pages.total === 0} />
      </div>
      {pages.error && <Failed error={pages.error} onRetry={pages.retry} />}
      {!pages.isPending && pages.total === 0 && <Empty text={t('reports.noRows')} />}
      {pages.total > 0 && (
        <div className={styles.behind} data-testid="figure-list">
          <Grid
            label={opened.title}
            testId="figure-grid"
            columns={columns}
            total={pages.total}
            rowAt={pages.rowAt}
            rowsOf={pages.rowsOf}
            onRange={pages.onRange}
            onOpen={open}
            nameOf={(row) => ({ id: `figure-${row.id}`, testId: 'figure-row', data: { 'data-task': row.id } })}
          />
        </div>
      )}
    </Modal>
  );
}
