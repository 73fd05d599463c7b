import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figureListQueryOptions, type FigureRef } from '../api/queries';
import { goToClient } from '../desk/route';
import type { FigureList, TaskRow } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { PAGE, usePages } from '../shared/usePages';
import { WindowedList } from '../shared/WindowedList';
import { TaskLine, TaskLineHead } from '../worklist/TaskLine';
import styles from './ReportPage.module.css';

const ROW_HEIGHT = 58;

/** A number that was opened: what it is, and how it is called. */
export type Opened = FigureRef & { title: string; definition: string };

type Props = { period: string; label: string; opened: Opened; onClose: () => void };

/** The list behind a figure: a number that cannot be opened is not believed. */
export function FigureTasks({ period, label, opened, onClose }: Props) {
  const { t } = useTranslation();
  const [range, setRange] = useState({ from: 0, to: PAGE - 1 });
  const [selected, setSelected] = useState(0);
  const onRange = useCallback((from: number, to: number) => setRange({ from, to }), []);
  const pages = usePages<TaskRow, FigureList>((offset, limit) => figureListQueryOptions(period, opened, offset, limit), range);
  const open = (at: number) => {
    const client = pages.rowAt(at)?.client;
    if (client) goToClient(client.id);
  };
  return (
    <Modal open footer={null} width="min(1080px, 92vw)" onCancel={onClose} title={t('reports.listTitle', { label: opened.title, period: label })}>
      <p className={styles.definition}>{opened.definition}</p>
      {pages.error && <Failed error={pages.error} onRetry={pages.retry} />}
      {!pages.isPending && pages.total === 0 && <Empty text={t('reports.noRows')} />}
      {pages.total > 0 && (
        <div className={styles.behind} data-testid="figure-list">
          <TaskLineHead />
          <WindowedList
            label={opened.title}
            total={pages.total}
            rowAt={pages.rowAt}
            rowHeight={ROW_HEIGHT}
            selected={selected}
            onSelect={setSelected}
            onOpen={open}
            onRange={onRange}
            attributes={(row) => ({ id: `figure-${row.id}`, testId: 'figure-row', data: { 'data-task': row.id } })}
            render={(row) => <TaskLine task={row} />}
          />
        </div>
      )}
      <p className={styles.definition}>{t('common.items', { count: pages.total })}</p>
    </Modal>
  );
}
