import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { clientListQueryOptions } from '../api/queries';
import { ArchiveTools } from '../archive/ArchiveTools';
import { goToClient } from '../desk/route';
import { ColumnMenu } from '../grid/ColumnMenu';
import { ExportButton } from '../grid/ExportButton';
import { Grid, type GridHandle } from '../grid/Grid';
import type { Sorting } from '../grid/Head';
import { named, useColumns } from '../grid/useColumns';
import { useWindows } from '../grid/useWindows';
import { PasteStrip } from '../paste/PasteStrip';
import { usePaste } from '../paste/state';
import type { ClientList as ClientWindow, ClientRow } from '../platform/bindings';
import { ChipRow } from '../shared/ChipRow';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { useToday } from '../shared/today';
import { useSettled } from '../shared/useSettled';
import { FirstSteps } from '../start/FirstSteps';
import { clientColumns } from './columns';
import styles from './ClientList.module.css';

const REST_MS = 120;
const CHOICES = ['all', 'overdue', 'due', 'never'] as const;

type Archive = { find: string; only: (typeof CHOICES)[number]; sorting: Sorting; index: number };

/** Where the person is in the archive; it outlives a look at a client's page. */
export const useArchive = create<Archive>(() => ({ find: '', only: 'all', sorting: null, index: 0 }));

/** 客户档案: everybody, in any order, as in a spreadsheet. */
export function ClientList() {
  const { t } = useTranslation();
  const { find, only, sorting, index } = useArchive();
  const pasted = usePaste((state) => state.text);
  const grid = useRef<GridHandle>(null);
  const box = useRef<HTMLInputElement>(null);
  const columns = useColumns('clients', useClientColumns());
  const settled = useSettled(find.trim(), REST_MS);
  const wish = { find: settled, only, sort: sorting?.sort ?? '', descending: sorting?.descending ?? false };
  const pages = useWindows<ClientRow, ClientWindow>((offset, limit) => clientListQueryOptions({ ...wish, offset, limit }));
  const open = (at: number) => {
    const row = pages.rowAt(at);
    if (row) goToClient(row.client.id);
  };
  const narrow = (change: Partial<Archive>) => useArchive.setState({ ...change, index: 0 });
  const said = only === 'all' ? [] : [t(`clients.only.${only}`)];
  const title = [t('clients.title'), ...said, ...(settled ? [t('clients.finding', { find: settled })] : [])].join(' · ');
  return (
    <section className={styles.view} aria-label={t('clients.title')}>
      <div className={styles.top}>
        <h1>{t('clients.title')}</h1>
        <input
          ref={box}
          className={styles.find}
          type="search"
          aria-label={t('clients.find')}
          placeholder={t('clients.find')}
          data-testid="clients-find"
          autoFocus
          value={find}
          onChange={(event) => narrow({ find: event.target.value })}
          onPaste={(event) => {
            // A block of cells is no name to look for.
            const text = event.clipboardData.getData('text/plain');
            if (!/[\t\n]/.test(text.trim())) return;
            event.preventDefault();
            usePaste.getState().begin(text);
          }}
          onKeyDown={(event) => {
            if (isIme(event)) return;
            if (event.key === 'ArrowDown') grid.current?.focus();
            else if (event.key === 'Enter') open(index);
            else return;
            event.preventDefault();
          }}
        />
        <ArchiveTools />
      </div>
      <div className={styles.top}>
        <ChipRow label={t('clients.filter')} testId="clients-only" chips={CHOICES.map((value) => ({ value, label: t(`clients.only.${value}`) }))} value={only} onChange={(value) => narrow({ only: value as Archive['only'] })} />
        <i className={styles.gap} />
        <ColumnMenu columns={columns.all} arrangement={columns.arrangement} onChange={columns.keep} />
        <ExportButton title={title} columns={named(columns.shown)} of={() => ({ list: 'clients', query: wish })} disabled={pages.total === 0} />
      </div>
      {pasted !== null && <PasteStrip />}
      {pages.error ? (
        <Failed error={pages.error} onRetry={pages.retry} />
      ) : !pages.isPending && pages.total === 0 ? (
        settled ? (
          <Empty text={t('clients.notFound', { find: settled })} next={t('clients.notFoundNext')} />
        ) : only === 'all' ? (
          <FirstSteps text={t('clients.empty')} />
        ) : (
          <Empty text={t('clients.noneOfThese')} />
        )
      ) : (
        <Grid
          key={`${settled}/${only}/${wish.sort}/${wish.descending}`}
          label={t('clients.list')}
          testId="client-list"
          columns={columns}
          total={pages.total}
          rowAt={pages.rowAt}
          rowsOf={pages.rowsOf}
          onRange={pages.onRange}
          handle={grid}
          start={index}
          onRow={(at) => useArchive.setState({ index: at })}
          onOpen={open}
          onType={(text) => {
            narrow({ find: text });
            box.current?.focus();
          }}
          onPaste={usePaste.getState().begin}
          sorting={sorting}
          onSorting={(next) => useArchive.setState({ sorting: next })}
          nameOf={(row) => ({ id: `client-${row.client.id}`, testId: 'client-row', data: { 'data-client': row.client.id } })}
        />
      )}
    </section>
  );
}

function useClientColumns() {
  const { t } = useTranslation();
  const today = useToday();
  return useMemo(() => clientColumns(t, today), [t, today]);
}
