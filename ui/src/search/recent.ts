/** Clients opened lately, by office folder. Only identifiers are kept here: who they are, stands in the office's file. */
const KEY = 'huifang.recent';
const MOST_RECENT = 6;

type Kept = Record<string, string[]>;

function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

/** The clients opened lately in the office of that folder, the last one first. */
export function recentClients(dir: string): string[] {
  const ids = kept()[dir];
  return Array.isArray(ids) ? ids : [];
}

/** Notes a client as opened. */
export function noteClient(dir: string, client: string): void {
  const ids = [client, ...recentClients(dir).filter((id) => id !== client)].slice(0, MOST_RECENT);
  localStorage.setItem(KEY, JSON.stringify({ ...kept(), [dir]: ids }));
}
