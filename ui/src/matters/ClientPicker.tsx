import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientHit } from '../platform/bindings';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { spacePhone } from '../shared/mask';
import type { Move } from '../shared/questions';
import { ClientLine } from '../search/Hits';
import { useSearch } from '../search/useSearch';
import styles from './Picker.module.css';
import { asPhone, type Who } from './wish';

const MOST = 6;

type Item = { kind: 'client'; hit: ClientHit } | { kind: 'new'; phone: string; name: string } | { kind: 'nobody' };

type Props = {
  label: string;
  /** Whether somebody may be new, or nobody by name. */
  allowsOthers?: boolean;
  onPick: (who: Who, caller: string, from: Element) => void;
  onMove?: (from: Element, move: Move) => void;
  testId: string;
};

/**
 * Finds whom it concerns as one types: name, pinyin, room, or the number of a caller. A number that nobody has makes a new
 * client in the same step; one that several have leaves the choice.
 */
export function ClientPicker({ label, allowsOthers, onPick, onMove, testId }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const phone = asPhone(typed);
  const wanted = phone ?? typed.trim();
  const { answer, isCurrent, fresh } = useSearch(wanted, MOST, wanted !== '');
  const itemsOf = (hits: ClientHit[]): Item[] => {
    const found: Item[] = hits.map((hit) => ({ kind: 'client', hit }));
    if (!allowsOthers || wanted === '') return allowsOthers ? [{ kind: 'nobody' }] : found;
    return [...found, { kind: 'new', phone: phone ?? '', name: phone ? '' : typed.trim() }, { kind: 'nobody' }];
  };
  const items = itemsOf(wanted === '' ? [] : (answer?.clients ?? []));

  const choose = (item: Item | undefined, from: Element) => {
    if (!item) return;
    const who: Who =
      item.kind === 'client' ? { kind: 'client', client: item.hit.client }
      : item.kind === 'new' ? { kind: 'new', name: item.name, phone: item.phone, place: '' }
      : { kind: 'nobody' };
    onPick(who, phone ?? '', from);
  };
  const chooseFirst = async (from: Element) => {
    const found = await fresh();
    if (found) choose(itemsOf(found.clients)[0], from);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    const from = event.currentTarget;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && !event.ctrlKey && event.shiftKey) onMove?.(from, 'before');
    else if (event.key === 'Enter' && !event.ctrlKey && wanted !== '' && isCurrent) choose(items[at], from);
    else if (event.key === 'Enter' && !event.ctrlKey && wanted !== '') void chooseFirst(from);
    else if (event.key === 'Enter' && !event.ctrlKey && at > 0) choose(items[at], from);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.picker}>
      <input
        className={fields.input}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-expanded={items.length > 0}
        aria-controls={`${testId}-list`}
        aria-activedescendant={items[at] ? `${testId}-${at}` : undefined}
        placeholder={t('matters.whoHint')}
        data-testid={testId}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${testId}-list`} role="listbox" aria-label={label} className={styles.list}>
        {items.map((item, index) => (
          <div
            key={item.kind === 'client' ? item.hit.client.id : item.kind}
            id={`${testId}-${index}`}
            role="option"
            aria-selected={index === at && wanted !== ''}
            className={item.kind === 'client' ? styles.client : styles.other}
            data-testid={`${testId}-${item.kind}`}
            onClick={(event) => choose(item, event.currentTarget)}
          >
            {item.kind === 'client' && <ClientLine hit={item.hit} />}
            {item.kind === 'new' && (item.phone ? t('matters.newCaller', { phone: spacePhone(item.phone) }) : t('matters.newNamed', { name: item.name }))}
            {item.kind === 'nobody' && t('matters.nobody')}
          </div>
        ))}
      </div>
    </div>
  );
}
