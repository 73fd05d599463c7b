import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientListQueryOptions } from '../api/queries';
import type { ClientRow } from '../platform/bindings';
import { isIme } from '../shared/ime';
import { Kbd } from '../shared/Kbd';
import { maskPhone } from '../shared/mask';
import { useSettled } from '../shared/useSettled';
import styles from './Header.module.css';
import { goToClient } from './route';

const MOST_HITS = 8;
const REST_MS = 120;

/** The one search box, at the top of every page. Ctrl+K or F3 leads to it, ↓ and Enter open what it finds. */
export function ClientSearch() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  /** Where the focus was before the key led here. */
  const cameFrom = useRef<Element | null>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const find = useSettled(typed.trim(), REST_MS);
  const { data } = useQuery({ ...clientListQueryOptions(find, 0, MOST_HITS), enabled: isOpen && find !== '' });
  const hits = find === '' ? [] : (data?.rows ?? []);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const wanted = (event.ctrlKey && event.key.toLowerCase() === 'k') || event.key === 'F3';
      if (!wanted || isIme(event)) return;
      event.preventDefault();
      if (document.activeElement !== input.current) cameFrom.current = document.activeElement;
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const openHit = (row: ClientRow | undefined) => {
    if (!row) return;
    setOpen(false);
    setTyped('');
    input.current?.blur();
    goToClient(row.client.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && find === typed.trim()) openHit(hits[at]);
    else if (event.key === 'Escape') {
      setOpen(false);
      setTyped('');
      input.current?.blur();
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.search}>
      <input
        ref={input}
        className={styles.field}
        role="combobox"
        aria-label={t('header.findLabel')}
        aria-expanded={isOpen && find !== ''}
        aria-controls="client-hits"
        aria-activedescendant={hits[at] && `hit-${hits[at].client.id}`}
        data-testid="client-search"
        placeholder={t('header.find')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.key}>
        <Kbd>Ctrl K</Kbd>
      </span>
      {isOpen && find !== '' && data && (
        <div className={styles.hits} id="client-hits" role="listbox" aria-label={t('header.findLabel')}>
          {hits.map((row, index) => (
            <div
              key={row.client.id}
              id={`hit-${row.client.id}`}
              role="option"
              aria-selected={index === at}
              className={styles.hit}
              data-testid="client-hit"
              onMouseDown={(event) => {
                event.preventDefault();
                openHit(row);
              }}
            >
              <span title={row.client.name}>
                <Marked text={row.client.name} part={find} /> <small>{row.client.no}</small>
              </span>
              <span>
                <Marked text={row.client.place ?? ''} part={find} />
              </span>
              <small>{row.client.phone && maskPhone(row.client.phone)}</small>
            </div>
          ))}
          <div className={styles.total}>
            {data.total === 0 ? t('header.nobody', { find }) : t('header.found', { total: data.total })}
          </div>
        </div>
      )}
    </div>
  );
}

/** A text with the part that was looked for marked. */
function Marked({ text, part }: { text: string; part: string }) {
  const at = text.indexOf(part);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className={styles.marked}>{part}</mark>
      {text.slice(at + part.length)}
    </>
  );
}
