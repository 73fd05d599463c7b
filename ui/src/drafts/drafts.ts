import { type QueryClient, useQuery } from '@tanstack/react-query';
import { draftsQueryOptions } from '../api/queries';
import { useDesk } from '../desk/desk';
import { asWireError, rpc } from '../platform';
import type { DraftRow, KeepDraft } from '../platform/bindings';
import { showError } from '../shared/notices';

/** What kind of form is half filled. */
export type DraftKind = 'call' | 'matter' | 'client' | 'round';

/** The drafts of who is working, the last one first; none as long as they are not known. */
export function useDrafts(): { drafts: DraftRow[]; isKnown: boolean } {
  const { me } = useDesk();
  const { data, isFetched } = useQuery(draftsQueryOptions(me?.id ?? ''));
  return { drafts: data ?? [], isKnown: isFetched };
}

const is = (kind: string, key: string) => (row: DraftRow) => row.kind === kind && row.key === key;

function change(client: QueryClient, author: string, how: (rows: DraftRow[]) => DraftRow[]): void {
  client.setQueryData(draftsQueryOptions(author).queryKey, (rows: DraftRow[] | undefined) => how(rows ?? []));
}

/** Keeps a draft at once: it is known here, and on the disk when the promise is kept. */
export async function keepDraft(client: QueryClient, author: string, wish: KeepDraft): Promise<string | null> {
  const known = (at: string) =>
    change(client, author, (rows) => [{ ...wish, at }, ...rows.filter((row) => !is(wish.kind, wish.key)(row))]);
  known('');
  try {
    const { at } = await rpc('keep_draft', wish);
    change(client, author, (rows) => rows.map((row) => (is(wish.kind, wish.key)(row) ? { ...row, at } : row)));
    return at;
  } catch (error) {
    showError(asWireError(error));
    return null;
  }
}

/** Throws a draft away: it was saved, or is not wanted. */
export async function dropDraft(client: QueryClient, author: string, kind: DraftKind, key: string): Promise<void> {
  change(client, author, (rows) => rows.filter((row) => !is(kind, key)(row)));
  try {
    await rpc('drop_draft', { kind, key });
  } catch (error) {
    showError(asWireError(error));
  }
}
