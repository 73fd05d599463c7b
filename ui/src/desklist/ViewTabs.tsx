import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../platform/bindings';
import { type Instead, useWorklistState } from '../worklist/state';
import styles from './desklist.module.css';
import { useRecentActs } from './recentActs';
import { ViewEditor } from './ViewEditor';

/** Views of one's own as tabs, what is listed in the place of a tab, and how far the day is. */
export function ViewTabs({ views, children }: { views: SavedView[]; children: ReactNode }) {
  const { t } = useTranslation();
  const { instead, show } = useWorklistState();
  const [edited, setEdited] = useState<SavedView | 'new' | null>(null);
  const current = instead?.kind === 'view' ? views.find((view) => view.view === instead.view) : undefined;
  return (
    <>
      <div className={styles.views}>
        <div role="tablist" aria-label={t('desklist.view.label')} className={styles.tabs}>
          {views.map((view) => (
            <button
              key={view.view}
              type="button"
              role="tab"
              aria-selected={view === current}
              title={view.sentence}
              data-testid="view-tab"
              onClick={() => show({ instead: { kind: 'view', view: view.view } })}
            >
              {view.name} <b>{view.count}</b>
            </button>
          ))}
        </div>
        <button type="button" className={styles.plain} data-testid="view-add" onClick={() => setEdited('new')}>
          {t('desklist.view.add')}
        </button>
        <button type="button" className={styles.plain} data-testid="recent-open" onClick={() => useRecentActs.getState().open()}>
          {t('desklist.recent.open')}
        </button>
        {children}
      </div>
      {instead !== null && (
        <p className={styles.instead} role="status" data-testid="instead">
          <InsteadWords instead={instead} view={current} />
          {current && (
            <button type="button" data-testid="view-edit" onClick={() => setEdited(current)}>
              {t('desklist.view.edit')}
            </button>
          )}
          <button type="button" data-testid="instead-back" onClick={() => show({ instead: null })}>
            {t('desklist.backToList')}
          </button>
        </p>
      )}
      {edited && <ViewEditor view={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** What is listed in the place of a tab, in words. */
function InsteadWords({ instead, view }: { instead: Instead; view: SavedView | undefined }) {
  const { t } = useTranslation();
  if (instead.kind === 'view') return <span title={view?.sentence}>{view?.sentence}</span>;
  const words = instead.kind === 'done' ? t('desklist.doneToday') : `${t('desklist.coach.title')} · ${instead.title}`;
  return <span title={words}>{words}</span>;
}
