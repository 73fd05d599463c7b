import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientBrief, ClientHit } from '../platform/bindings';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { useSearch } from '../search/useSearch';
import styles from './Messages.module.css';
import { useMessages } from './state';

const MOST = 6;

/** Chosen clients: found as everywhere, by name, sound, room or number. Enter takes the first. */
export function ClientPicker() {
  const { t } = useTranslation();
  const { clients, set } = useMessages();
  const [find, setFind] = useState('');
  const wanted = find.trim();
  const { answer, isCurrent, fresh } = useSearch(wanted, MOST, wanted !== '');
  const isNew = (client: ClientBrief) => !clients.some((chosen) => chosen.id === client.id);
  const newOf = (hits: ClientHit[]) => hits.map((hit) => hit.client).filter(isNew);
  const found = wanted === '' ? [] : newOf(answer?.clients ?? []);
  const add = (client: ClientBrief | undefined) => {
    if (!client) return;
    set({ clients: [...clients, client] });
    setFind('');
  };
  const addFirst = async () => {
    const fetched = isCurrent ? answer : await fresh();
    if (fetched) add(newOf(fetched.clients)[0]);
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
          if (wanted !== '') void addFirst();
        }}
      />
      {found.map((client) => (
        <button key={client.id} type="button" className={styles.hit} data-testid="message-hit" onClick={() => add(client)}>
          {client.name} <small>{[client.place, client.no].filter(Boolean).join(' · ')}</small>
        </button>
      ))}
      {wanted !== '' && isCurrent && found.length === 0 && <p className={styles.fine}>{t('messages.noClients')}</p>}
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
