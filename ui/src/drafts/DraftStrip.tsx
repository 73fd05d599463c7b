import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import type { DraftRow } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { useToday } from '../shared/today';
import { type DraftKind, dropDraft, useDrafts } from './drafts';
import styles from './DraftStrip.module.css';
import { openerOf } from './openers';

/** More than these are folded away. */
const SHOWN = 3;

/** Half-filled forms, first on the page: go on with one, or throw it away. The one that stands open needs no second place. */
export function DraftStrip({ open }: { open: string | null }) {
  const { t } = useTranslation();
  const { drafts, isKnown } = useDrafts();
  // What was there from the beginning stays where it was offered.
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  if (isKnown && before === null) setBefore(new Set(drafts.map((draft) => draft.key)));
  const offered = drafts.filter((draft) => openerOf(draft) && (draft.key !== open || before?.has(draft.key)));
  if (offered.length === 0) return null;
  const rest = offered.length - SHOWN;
  return (
    <section className={styles.strip} aria-label={t('drafts.title')} data-testid="draft-strip">
      <ul>
        {offered.slice(0, showsAll ? undefined : SHOWN).map((draft) => (
          <Line key={`${draft.kind}/${draft.key}`} draft={draft} isOpen={draft.key === open} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)} data-testid="draft-more">
          {showsAll ? t('drafts.less') : t('drafts.more', { count: rest })}
        </button>
      )}
    </section>
  );
}

function Line({ draft, isOpen }: { draft: DraftRow; isOpen: boolean }) {
  const { t } = useTranslation();
  const today = useToday();
  const client = useQueryClient();
  const { me } = useDesk();
  const [day = '', time = ''] = draft.at.split(' ');
  const when = day === today || day === '' ? time : `${shortDay(day, today)} ${time}`;
  return (
    <li data-testid="draft-row" data-key={draft.key} aria-current={isOpen || undefined}>
      <span className={styles.mark}>✎ {t('drafts.mark')}</span>
      <button type="button" className={styles.open} title={draft.title} onClick={openerOf(draft)} data-testid="draft-open">
        {draft.title}
      </button>
      <time>{when}</time>
      <button type="button" className={styles.go} onClick={openerOf(draft)}>
        {isOpen ? t('drafts.isOpen') : t('drafts.goOn')}
      </button>
      <button
        type="button"
        className={styles.drop}
        aria-label={t('drafts.throwAway', { title: draft.title })}
        title={t('drafts.throwAway', { title: draft.title })}
        onClick={() => void dropDraft(client, me?.id ?? '', draft.kind as DraftKind, draft.key)}
        data-testid="draft-throw"
      >
        ✕
      </button>
    </li>
  );
}
