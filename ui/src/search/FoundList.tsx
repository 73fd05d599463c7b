import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asWireError } from '../platform';
import { Failed } from '../shared/Failed';
import { ClientLine, CommandLine, MatterLine } from './Hits';
import styles from './Palette.module.css';
import type { Item, useFound } from './useFound';

type Props = { typed: string; found: ReturnType<typeof useFound>; at: number; onChoose: (item: Item) => void };

const KINDS = ['client', 'matter', 'command'] as const;

/** What was found, in groups, with the chosen line marked. */
export function FoundList({ typed, found, at, onChoose }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, found.items.length]);
  const isNothing = found.isCurrent && !found.failure && !found.items.some((item) => item.kind !== 'command');
  const head = { client: typed === '' ? t('search.recent') : t('search.clients'), matter: t('search.matters'), command: t('search.commands') };
  return (
    <div className={styles.panel} onMouseDown={(event) => event.preventDefault()}>
      <div className={styles.list} ref={list} id="found" role="listbox" aria-label={t('search.label')}>
        {found.failure ? <Failed error={asWireError(found.failure)} /> : null}
        {isNothing && typed !== '' && <p className={styles.nothing}>{t('search.nothing', { find: typed })}</p>}
        {KINDS.filter((kind) => found.items.some((item) => item.kind === kind)).map((kind) => (
          <div key={kind} role="group" aria-labelledby={`found-head-${kind}`}>
            <div className={styles.head} id={`found-head-${kind}`}>
              {head[kind]}
            </div>
            {found.items.map((item, index) =>
              item.kind === kind ? (
                <div
                  key={keyOf(item)}
                  id={`found-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={styles[item.kind]}
                  data-testid={`${item.kind}-hit`}
                  onClick={() => onChoose(item)}
                >
                  {lineOf(item)}
                </div>
              ) : null,
            )}
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <span>{t('search.keys')}</span>
        <span>{found.hasMore && typed !== '' && t('search.more')}</span>
      </div>
    </div>
  );
}

function keyOf(item: Item): string {
  if (item.kind === 'client') return item.hit.client.id;
  return item.kind === 'matter' ? item.hit.matter.id : item.command.id;
}

function lineOf(item: Item) {
  if (item.kind === 'client') return <ClientLine hit={item.hit} />;
  return item.kind === 'matter' ? <MatterLine hit={item.hit} /> : <CommandLine command={item.command} />;
}
