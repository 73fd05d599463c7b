import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientArchiveQueryOptions } from '../api/queries';
import type { TimelineItem } from '../platform/bindings';
import { isIme } from '../shared/ime';
import styles from './archive.module.css';
import { Changes } from './Changes';

/** The tabs over the story, and what of it each shows. */
const TABS = {
  all: () => true,
  matters: (item: TimelineItem) => item.kind === 'matter' && item.matter_kind !== 'problem',
  records: (item: TimelineItem) => item.kind === 'record' || item.kind === 'task',
  problems: (item: TimelineItem) => item.matter_kind === 'problem',
};
type Tab = keyof typeof TABS | 'changes';
const NAMES: Tab[] = ['all', 'matters', 'records', 'problems', 'changes'];

type Props = { client: string; items: TimelineItem[]; children: (items: TimelineItem[]) => ReactNode };

/** One story with tabs: everything, matters, follow-ups, problems; and what was changed about the client. */
export function StoryTabs({ client, items, children }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(clientArchiveQueryOptions(client));
  const [tab, setTab] = useState<Tab>('all');
  const count = (name: Tab) => (name === 'all' ? '' : name === 'changes' ? (data?.changes.length ?? '') : items.filter(TABS[name]).length);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (isIme(event) || by === 0) return;
    const next = NAMES[(NAMES.indexOf(tab) + by + NAMES.length) % NAMES.length]!;
    setTab(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab='${next}']`)?.focus();
    event.preventDefault();
  };
  return (
    <div>
      <div className={styles.tabs} role="tablist" aria-label={t('clients.timeline')} onKeyDown={onKeyDown}>
        {NAMES.map((name) => (
          <button key={name} type="button" role="tab" tabIndex={name === tab ? 0 : -1} aria-selected={name === tab} className={styles.tab} data-tab={name} data-testid={`story-${name}`} onClick={() => setTab(name)}>
            {t(`archive.tab.${name}`)} {count(name)}
          </button>
        ))}
      </div>
      {tab === 'changes' ? <Changes changes={data?.changes ?? []} places={data?.places ?? []} /> : children(items.filter(TABS[tab]))}
    </div>
  );
}
