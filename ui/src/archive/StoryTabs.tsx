import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQueryOptions, clientArchiveQueryOptions } from '../api/queries';
import { AttachmentSection } from '../attachments/AttachmentSection';
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
type Tab = keyof typeof TABS | 'files' | 'changes';
const NAMES: Tab[] = ['all', 'matters', 'records', 'problems', 'files', 'changes'];

type Props = { client: string; items: TimelineItem[]; children: (items: TimelineItem[]) => ReactNode };

/** One story with tabs: everything, matters, follow-ups, problems, files; and what was changed about the client. */
export function StoryTabs({ client, items, children }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(clientArchiveQueryOptions(client));
  const [tab, setTab] = useState<Tab>('all');
  const { data: files } = useQuery(attachmentsQueryOptions({ client, record: null, ids: [] }));
  const count = (name: Tab) => {
    if (name === 'all') return '';
    if (name === 'changes') return data?.changes.length ?? '';
    if (name === 'files') return files?.filter((file) => file.struck === null).length ?? '';
    return items.filter(TABS[name]).length;
  };
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
      {tab === 'changes' ? (
        <Changes changes={data?.changes ?? []} places={data?.places ?? []} />
      ) : tab === 'files' ? (
        <AttachmentSection client={client} />
      ) : (
        children(items.filter(TABS[tab]))
      )}
    </div>
  );
}
