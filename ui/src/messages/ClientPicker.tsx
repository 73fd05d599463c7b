import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchQueryOptions } from '../api/queries';
import type { ClientBrief } from '../platform/bindings';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { useSettled } from '../shared/useSettled';
import styles from './Messages.module.css';
import { useMessages } from './state';

const REST_MS = 120;
const MOST = 6;

/** Chosen clients: found as everywhere, by name, sound, room or number. Enter takes the first. */
export function ClientPicker() {
  const { t } = useTranslation();
  const { clients, set } = useMessages();
  const [find, setFind] = useState('');
  const settled = useSettled(find.trim(), REST_MS);
  const { data } = useQuery({ ...searchQueryOptions(settled, [], MOST), enabled: settled !== '' });
  const found = settled === '' ? [] : (data?.clients ?? []).map((hit) => hit.client).filter((client) => !clients.some((chosen) => chosen.id === client.id));
  const add = (client: ClientBrief | undefined) => {
    if (!client) return;
    set({ clients: [...clients, client] });
    setFind('');
  };
  return (
    <div className={styles.picker}>
      <input
        className={fields.input}
        type="search"
        aria-label={t('messages.pickClients')}
        placeholder={t('messages.pickClients')}
        data-testid="message-find"
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={(event) => {
          if (isIme(event) || event.key !== 'Enter') return;
          event.preventDefault();
          add(found[0]);
        }}
      />
      {found.map((client) => (
        <button key={client.id} type="button" className={styles.hit} data-testid="message-hit" onClick={() => add(client)}>
          {client.name} <small>{[client.place, client.no].filter(Boolean).join(' · ')}</small>
        </button>
      ))}
      {settled !== '' && data && found.length === 0 && <p className={styles.fine}>{t('messages.noClients')}</p>}
      <div className={styles.chips}>
        {clients.map((client) => (
          <button key={client.id} type="button" title={t('messages.leaveOut', { name: client.name })} data-testid="message-client" onClick={() => set({ clients: clients.filter((other) => other.id !== client.id) })}>
            {client.name} ✕
          </button>
        ))}
      </div>
    </div>
  );
}
