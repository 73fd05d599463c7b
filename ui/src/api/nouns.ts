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
  'round',
  'view',
  'attachment',
  'message',
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
  view_setting: ['view', 'staff'],
  preview_paste: ['client', 'staff', 'import'],
  pack_offers: [],
  check_folder: ['office'],
  message_texts: ['message', 'pack'],
  message_lists: WORK,
  compose_messages: [...WORK, 'message'],
  sent_messages: ['message'],
  client_page: WORK,
  client_form: ['client', 'class', 'staff', 'import', 'pack', 'office'],
  check_client: ['client', 'import'],
  own_fields: ['office'],
  client_archive: WORK,
  duplicates: ['client', 'import'],
  compare_clients: WORK,
  doubts: ['client', 'matter', 'import', 'pack'],
  // Kept and thrown away by the page itself, which knows them then.
  drafts: [],
  attachments: ['attachment', 'record', 'matter'],
  record_sheet: ['record', 'pack'],
  readings: [],
  matter_kinds: ['pack', 'matter', 'import', 'staff'],
  foresee_matter: [...WORK, 'office'],
  foresee_edit: [...WORK, 'office'],
  matter_list: WORK,
  matter_counts: WORK,
  matter_page: WORK,
  struck_matters: ['matter', 'client', 'staff'],
  calendar_month: ['office'],
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
  worklist_whose: WORK,
  worklist_ids: WORK,
  filter_fields: WORK,
  saved_views: [...WORK, 'view'],
  recent_acts: WORK,
  absences: ['staff', 'import'],
  coach: WORK,
  rounds: [...WORK, 'round'],
  round_sheet: [...WORK, 'round'],
} as const satisfies { [K in keyof Commands]?: readonly Noun[] };

/** The commands that only read. */
export type QueryName = keyof typeof MADE_OF;

/** Whether a query must be asked again after those nouns changed. A noun that nobody knows touches everything. */
export function isTouched(query: string, changed: readonly string[]): boolean {
  const nouns: readonly string[] = MADE_OF[query as QueryName] ?? NOUNS;
  return changed.some((noun) => nouns.includes(noun) || !(NOUNS as readonly string[]).includes(noun));
}
