import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemsQueryOptions } from '../api/queries';
import { useRoute } from '../desk/route';
import { ExportButton } from '../grid/ExportButton';
import { codesOf, codeText } from '../i18n/codes';
import { asWireError } from '../platform';
import type { ProblemRow } from '../platform/bindings';
import { ChipRow } from '../shared/ChipRow';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { isTextField } from '../shared/ime';
import { focusFirstQuestion } from '../shared/questions';
import { type ListHandle, WindowedList } from '../shared/WindowedList';
import { ProblemHead, ProblemLine } from './ProblemLine';
import styles from './ProblemPage.module.css';
import { RectifySheet } from './RectifySheet';

const ROW_HEIGHT = 58;
const NOTHING: ProblemRow[] = [];

/** 问题整改: what was wrong, on its way round the loop. */
export function ProblemPage() {
  const { t } = useTranslation();
  const { data = NOTHING, error, isPending, refetch } = useQuery(problemsQueryOptions());
  const [state, setState] = useState('all');
  const [selected, setSelected] = useState(0);
  const list = useRef<ListHandle>(null);
  const panel = useRef<HTMLElement>(null);
  // The arrows walk from the first moment.
  useEffect(() => {
    if (!isPending && !isTextField(document.activeElement)) list.current?.focus();
  }, [isPending]);
  const rows = state === 'all' ? data : data.filter((row) => row.state === state);
  const count = (code: string) => (code === 'all' ? data.length : data.filter((row) => row.state === code).length);
  const chips = [{ value: 'all', label: t('problems.all') }, ...codesOf('problemState')];
  const index = Math.min(selected, Math.max(rows.length - 1, 0));
  const current = rows[index];

  return (
    <div className={styles.view}>
      <section className={styles.list} aria-label={t('problems.title')}>
        <div className={styles.top}>
          <h1>{t('problems.title')}</h1>
          <ChipRow
            label={t('problems.title')}
            testId="problems"
            chips={chips.map((chip) => ({ ...chip, count: count(chip.value), late: chip.value === 'overdue' }))}
            value={state}
            onChange={(value) => {
              setState(value);
              setSelected(0);
            }}
          />
          <ProblemExport rows={rows} state={chips.find((chip) => chip.value === state)?.label ?? ''} />
        </div>
        {error ? (
          <Failed error={asWireError(error)} onRetry={() => void refetch()} />
        ) : rows.length === 0 ? (
          !isPending && (
            <Empty text={t(state === 'all' ? 'problems.empty' : 'problems.emptyState')} next={t('problems.emptyNext')}>
              {state === 'all' && (
                <Button size="middle" onClick={() => useRoute.getState().go({ page: 'worklist' })}>
                  {t('imports.toWork')}
                </Button>
              )}
            </Empty>
          )
        ) : (
          <div className={styles.table}>
            <ProblemHead />
            <WindowedList
              label={t('problems.list')}
              testId="problem-list"
              handle={list}
              total={rows.length}
              rowAt={(at) => rows[at]}
              rowHeight={ROW_HEIGHT}
              selected={index}
              onSelect={setSelected}
              onOpen={() => focusFirstQuestion(panel.current)}
              onRange={ignoreRange}
              attributes={(row) => ({ id: `problem-${row.matter}`, testId: 'problem-row', data: { 'data-problem': row.matter } })}
              render={(row) => <ProblemLine row={row} />}
            />
          </div>
        )}
      </section>
      <aside ref={panel} className={styles.panel} aria-label={t('problems.rectify')}>
        {current ? (
          <RectifySheet key={current.matter} problem={current} onLeave={() => list.current?.focus()} />
        ) : (
          <Empty text={t('problems.pick')} />
        )}
      </aside>
    </div>
  );
}

/** What the list shows, as a workbook. */
function ProblemExport({ rows, state }: { rows: ProblemRow[]; state: string }) {
  const { t } = useTranslation();
  const titles = ['state', 'no', 'client', 'place', 'text', 'from', 'raised', 'deadline', 'handler', 'rectified', 'closed'] as const;
  const cells = (row: ProblemRow) => [
    codeText('problemState', row.state),
    row.no,
    row.client?.name ?? '',
    row.client?.place ?? '',
    row.text,
    row.parent ? `${row.parent.kind_label} ${row.parent.no ?? ''}`.trim() : '',
    row.raised,
    row.deadline ?? '',
    row.handler,
    row.rectified ?? '',
    row.closed ?? '',
  ];
  const columns = titles.map((id) => ({ value: id, label: t(`problems.export.${id}`) }));
  return <ExportButton title={`${t('problems.title')} · ${state}`} columns={columns} of={() => ({ rows: rows.map(cells) })} disabled={rows.length === 0} />;
}

/** Every row is here already: nothing to ask for. */
function ignoreRange(): void {}
