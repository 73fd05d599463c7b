import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { goToClient, useRoute } from '../desk/route';
import { isIme } from '../shared/ime';
import { Kbd } from '../shared/Kbd';
import { isCovered } from '../shared/overlays';
import { useWorklistState } from '../worklist/state';
import styles from './Palette.module.css';
import { FoundList } from './FoundList';
import { noteClient, recentClients } from './recent';
import { type Item, useFound } from './useFound';

/** Goes to a matter: to its client, or, of an anonymous one, to its tasks. */
function goToMatter({ hit }: Extract<Item, { kind: 'matter' }>): void {
  if (hit.client) return goToClient(hit.client.id);
  useWorklistState.getState().show({ tab: 'all', whose: 'all', find: hit.matter.no ?? '' });
  useRoute.getState().go({ page: 'worklist' });
}

/** The one search box, at the top of every page: clients, matters, commands. Ctrl+K or F3 leads to it. */
export function Palette() {
  const { t } = useTranslation();
  const { office } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  /** Where the focus was before it came here. */
  const cameFrom = useRef<Element | null>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useFound(typed, isOpen ? recentClients(office.dir) : [], isOpen);
  useKeyToSearch(input, cameFrom);
  useNoteOpened(office.dir);

  const close = () => {
    setOpen(false);
    setTyped('');
    setAt(0);
  };
  const giveFocusBack = () => {
    input.current?.blur();
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus({ preventScroll: true });
  };
  const choose = (item: Item | undefined) => {
    if (!item) return;
    close();
    giveFocusBack();
    if (item.kind === 'client') goToClient(item.hit.client.id);
    else if (item.kind === 'matter') goToMatter(item);
    else item.command.run();
  };
  // Whoever types and presses Enter in one go means what he typed, not what was found a key before.
  const chooseFirst = async () => {
    const first = await found.first();
    if (input.current?.value === typed) choose(first);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.items.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && found.isCurrent) choose(found.items[at]);
    else if (event.key === 'Enter') void chooseFirst();
    else if (event.key === 'Escape') {
      close();
      giveFocusBack();
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.search}>
      <input
        ref={input}
        className={styles.field}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('search.label')}
        aria-expanded={isOpen}
        aria-autocomplete="list"
        aria-controls="found"
        aria-activedescendant={isOpen && found.items[at] ? `found-${at}` : undefined}
        data-testid="client-search"
        placeholder={t('search.placeholder')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={(event) => {
          if (event.relatedTarget) cameFrom.current = event.relatedTarget;
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.hint}>
        <Kbd>Ctrl K</Kbd>
      </span>
      {isOpen && <FoundList typed={typed.trim()} found={found} at={at} onChoose={choose} />}
    </div>
  );
}

/** Ctrl+K and F3 lead to the search from anywhere but a dialog. */
function useKeyToSearch(input: RefObject<HTMLInputElement | null>, cameFrom: RefObject<Element | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const wanted = (event.ctrlKey && event.key.toLowerCase() === 'k') || event.key === 'F3';
      if (!wanted || isIme(event)) return;
      event.preventDefault();
      if (isCovered()) return;
      if (document.activeElement !== input.current) cameFrom.current = document.activeElement;
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input, cameFrom]);
}

/** Every client who is opened, from wherever, is one of those opened lately. */
function useNoteOpened(dir: string) {
  const client = useRoute(({ route }) => (route.page === 'clients' ? route.client : undefined));
  useEffect(() => {
    if (client) noteClient(dir, client);
  }, [dir, client]);
}
