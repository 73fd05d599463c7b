import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { useDesk } from '../desk/desk';
import { type DraftKind, dropDraft, keepDraft, useDrafts } from './drafts';
import { Keeper } from './Keeper';
import { type Place, placeIn } from './place';

/** The draft of one form. */
export type DraftOf<T> = {
  /** What was left here before; null: nothing. The form must wait until it is known. */
  found: ({ body: T } & Place) | null;
  isKnown: boolean;
  /** When it was last kept, as `HH:MM`; null: it is not. */
  savedAt: string | null;
  /** Something was typed. */
  keep: (body: T) => void;
  /** A field was left: what was typed is kept now. */
  flush: () => void;
  /** It was saved, or is not wanted: the promise is kept when the draft is gone. */
  drop: () => Promise<unknown>;
};

/**
 * Keeps what stands on a form as a draft of who is working, durable against whatever happens to the program. `key` says
 * which form of its kind, `title` what it is called in the list of drafts, `form` where the cursor is looked for.
 */
export function useDraft<T>(kind: DraftKind, key: string, title: string, form: RefObject<HTMLElement | null>): DraftOf<T> {
  const client = useQueryClient();
  const { me } = useDesk();
  const author = me?.id ?? '';
  const { drafts, isKnown } = useDrafts();
  const row = drafts.find((draft) => draft.kind === kind && draft.key === key);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [keeper] = useState(
    () =>
      new Keeper({
        keep: (wish) => keepDraft(client, author, wish),
        drop: () => dropDraft(client, author, kind, key),
        onKept: (at) => setSavedAt(at === null ? null : at.slice(-5)),
      }),
  );
  useEffect(() => () => void keeper.flush(), [keeper]);
  return {
    found: row ? { body: row.body as T, field: row.field, cursor: row.cursor } : null,
    isKnown,
    savedAt: savedAt ?? (row?.at ? row.at.slice(-5) : null),
    keep: (body) => keeper.change(() => ({ kind, key, title, body, ...placeIn(form.current) })),
    flush: () => void keeper.flush(),
    drop: () => keeper.drop(),
  };
}
