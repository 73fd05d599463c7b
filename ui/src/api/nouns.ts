import type { Commands } from '../platform/bindings';

/** The domain nouns that a write may name as changed. */
export const NOUNS = [
  'office',
  'staff',
  'client',
  'matter',
  'problem',
  'record',
  'task',
  'decision',
  'class',
  'import',
  'pack',
] as const;
export type Noun = (typeof NOUNS)[number];

const WORK = ['task', 'record', 'matter', 'problem', 'client', 'decision', 'class', 'staff', 'import', 'pack'] as const;

/**
 * Which nouns each query is made of. This is the one place that decides what is asked again after a write: a query
 * without an entry does not compile, and a test fails on a noun that no query is made of.
 */
export const MADE_OF = {
  app_info: [],
  desk_status: ['office', 'staff', 'pack'],
  staff_list: ['staff', 'import'],
  due_now: WORK,
  worklist: WORK,
  task_detail: WORK,
  foresee: WORK,
  finished: ['decision', 'task', 'staff'],
  draw_preview: WORK,
  draws: ['task', 'decision', 'staff', 'pack'],
  draw_sheet: WORK,
  problems: ['problem', 'matter', 'record', 'task', 'client', 'import'],
  client_list: WORK,
  search: WORK,
  client_page: WORK,
  job_status: [],
  import_history: ['import'],
  report_periods: ['task', 'import', 'pack'],
  quarterly_report: WORK,
  figure_list: WORK,
  pack_list: ['pack', 'office'],
  pack_text: ['pack', 'client', 'class'],
  find_packs: ['pack'],
  pack_source: ['pack'],
  check_pack: ['pack'],
  compare_packs: ['pack'],
  preview_policy: [...WORK, 'office'],
  holidays: ['office'],
  backlog: WORK,
} as const satisfies { [K in keyof Commands]?: readonly Noun[] };

/** The commands that only read. */
export type QueryName = keyof typeof MADE_OF;

/** Whether a query must be asked again after those nouns changed. A noun that nobody knows touches everything. */
export function isTouched(query: string, changed: readonly string[]): boolean {
  const nouns: readonly string[] = MADE_OF[query as QueryName] ?? NOUNS;
  return changed.some((noun) => nouns.includes(noun) || !(NOUNS as readonly string[]).includes(noun));
}
