import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { clientListQueryOptions } from '../api/queries';
import { ArchiveTools } from '../archive/ArchiveTools';
import { goToClient } from '../desk/route';
import type { ClientList as ClientWindow, ClientRow } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { maskPhone } from '../shared/mask';
import { Tags } from '../shared/Tags';
import { useToday } from '../shared/today';
import { PAGE, usePages } from '../shared/usePages';
import { useSettled } from '../shared/useSettled';
import { type ListHandle, WindowedList } from '../shared/WindowedList';
import styles from './ClientList.module.css';

const ROW_HEIGHT = 44;
const REST_MS = 120;

/** Where the person is in the archive; it outlives a look at a client's page. */
const useArchive = create<{ find: string; index: number }>(() => ({ find: '', index: 0 }));

/** 客户档案: everybody, with a find. */
export function ClientList() {
  const { t } = useTranslation();
  const { find, index } = useArchive();
  const [range, setRange] = useState({ from: 0, to: PAGE - 1 });
  const onRange = useCallback((from: number, to: number) => setRange({ from, to }), []);
  const list = useRef<ListHandle>(null);
  const settled = useSettled(find.trim(), REST_MS);
  const pages = usePages<ClientRow, ClientWindow>((offset, limit) => clientListQueryOptions(settled, offset, limit), range);
  const open = (at: number) => {
    const row = pages.rowAt(at);
    if (row) goToClient(row.client.id);
  };
  return (
    <section className={styles.view} aria-label={t('clients.title')}>
      <div className={styles.top}>
        <h1>{t('clients.title')}</h1>
        <input
          className={styles.find}
          type="search"
          aria-label={t('clients.find')}
          placeholder={t('clients.find')}
          data-testid="clients-find"
          autoFocus
          value={find}
          onChange={(event) => useArchive.setState({ find: event.target.value, index: 0 })}
          onKeyDown={(event) => {
            if (isIme(event)) return;
            if (event.key === 'ArrowDown') list.current?.focus();
            else if (event.key === 'Enter') open(index);
            else return;
            event.preventDefault();
          }}
        />
        <ArchiveTools />
        <span className={styles.total}>{!pages.isPending && t('clients.total', { total: pages.total })}</span>
      </div>
      {pages.error ? (
        <Failed error={pages.error} onRetry={pages.retry} />
      ) : !pages.isPending && pages.total === 0 ? (
        <Empty
          text={settled ? t('clients.notFound', { find: settled }) : t('clients.empty')}
          next={settled ? t('clients.notFoundNext') : t('clients.emptyNext')}
        />
      ) : (
        <div className={styles.list}>
          <Head />
          <WindowedList
            label={t('clients.list')}
            testId="client-list"
            handle={list}
            total={pages.total}
            rowAt={pages.rowAt}
            rowHeight={ROW_HEIGHT}
            selected={index}
            onSelect={(at) => useArchive.setState({ index: at })}
            onOpen={open}
            onRange={onRange}
            attributes={(row) => ({ id: `client-${row.client.id}`, testId: 'client-row', data: { 'data-client': row.client.id } })}
            render={(row) => <Line row={row} />}
          />
        </div>
      )}
    </section>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <div className={`${styles.line} ${styles.head}`} aria-hidden="true">
      <span>{t('clients.column.name')}</span>
      <span>{t('clients.column.place')}</span>
      <span>{t('clients.column.phone')}</span>
      <span>{t('clients.column.classes')}</span>
      <span>{t('clients.column.assignee')}</span>
      <span className={styles.number}>{t('clients.column.open')}</span>
      <span>{t('clients.column.last')}</span>
    </div>
  );
}

function Line({ row }: { row: ClientRow }) {
  const { t } = useTranslation();
  const today = useToday();
  const { client } = row;
  return (
    <div className={styles.line}>
      <span title={client.name}>{client.name}</span>
      <span title={[client.place, client.no].filter(Boolean).join(' ')}>
        {client.place} <small>{client.no}</small>
      </span>
      <span className={styles.digits}>{client.phone && maskPhone(client.phone)}</span>
      <span className={styles.tags} title={client.tags.join(' · ')}>
        <Tags tags={client.tags} most={3} />
      </span>
      <span className={styles.who} title={row.assignee ?? undefined}>
        {row.assignee}
      </span>
      <span className={styles.number}>{row.open > 0 ? <b>{row.open}</b> : <small>0</small>}</span>
      <span className={styles.digits}>{row.last_contact ? shortDay(row.last_contact, today) : <small>{t('clients.never')}</small>}</span>
    </div>
  );
}
