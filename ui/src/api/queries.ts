import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { rpc } from '../platform';
import type { AttachmentQuery, ClientEdit, ClientQuery, Commands, ComparePacks, ComposeMessages, MatterEdit, MatterQuery, MatterWish, PasteRows, PolicyChange, RecordFollowUp, WorklistQuery } from '../platform/bindings';
import type { QueryName } from './nouns';

function ask<K extends QueryName>(cmd: K, req: Commands[K]['req']) {
  return queryOptions<Commands[K]['res']>({ queryKey: [cmd, req], queryFn: () => rpc(cmd, req) });
}

export const appInfoQueryOptions = () => ask('app_info', {});
export const deskStatusQueryOptions = () => ask('desk_status', {});
export const staffListQueryOptions = () => ask('staff_list', {});
/** What waits comes back by the clock, and hours begin and end: asked again each minute. */
const MINUTE_MS = 60_000;
export const worklistQueryOptions = (query: WorklistQuery) => ({ ...ask('worklist', query), refetchInterval: MINUTE_MS });
export const taskDetailQueryOptions = (task: string) => ({ ...ask('task_detail', { task }), refetchInterval: MINUTE_MS });
export const dueNowQueryOptions = () => ask('due_now', {});
export const foreseeQueryOptions = (followUp: RecordFollowUp) => ({ ...ask('foresee', followUp), gcTime: 0 });
export const packOffersQueryOptions = () => ask('pack_offers', {});
/** Where an office may lie; not kept, since other programs make and delete folders. */
export const checkFolderQueryOptions = (dir: string | null, name: string) => ({ ...ask('check_folder', { dir, name }), gcTime: 0, placeholderData: keepPreviousData });
export const messageTextsQueryOptions = () => ask('message_texts', {});
export const messageListsQueryOptions = () => ask('message_lists', {});
export const composeQueryOptions = (wish: ComposeMessages) => ({ ...ask('compose_messages', wish), placeholderData: keepPreviousData });
export const sentMessagesQueryOptions = () => ask('sent_messages', {});
export const finishedQueryOptions = () => ask('finished', {});
/** Who would be drawn from now; not kept, since it is made of everything. */
export const drawPreviewQueryOptions = (task: string) => ({ ...ask('draw_preview', { task }), gcTime: 0 });
export const drawsQueryOptions = () => ask('draws', {});
export const drawSheetQueryOptions = (draw: string, whole: boolean) => ask('draw_sheet', { draw, whole });
export const problemsQueryOptions = () => ask('problems', {});
export const clientListQueryOptions = (query: ClientQuery) => ask('client_list', query);
export const viewSettingQueryOptions = (name: string) => ask('view_setting', { name });
/** What pasting would do; not kept, since it is made of everybody. */
export const previewPasteQueryOptions = (rows: PasteRows) => ({ ...ask('preview_paste', rows), gcTime: 0 });
export const searchQueryOptions = (find: string, recent: string[], limit: number) => ask('search', { find, recent, limit });
export const clientPageQueryOptions = (client: string) => ask('client_page', { client });
export const clientFormQueryOptions = (client: string | null) => ({ ...ask('client_form', { client }), gcTime: 0 });
/** What the checks say of a form as it stands; not kept, since every letter is another form. */
export const checkClientQueryOptions = (edit: ClientEdit) => ({ ...ask('check_client', edit), gcTime: 0, placeholderData: keepPreviousData });
export const ownFieldsQueryOptions = () => ({ ...ask('own_fields', {}), gcTime: 0 });
export const clientArchiveQueryOptions = (client: string) => ask('client_archive', { client });
export const duplicatesQueryOptions = () => ask('duplicates', {});
export const compareClientsQueryOptions = (a: string, b: string) => ({ ...ask('compare_clients', { a, b }), gcTime: 0 });
export const doubtsQueryOptions = () => ask('doubts', {});
/** The drafts of who is working. Another person's are other ones, so that nobody is shown them for a moment. */
export const draftsQueryOptions = (author: string) => queryOptions<Commands['drafts']['res']>({ queryKey: ['drafts', author], queryFn: () => rpc('drafts', {}) });
export const attachmentsQueryOptions = (query: AttachmentQuery) => ask('attachments', query);
export const recordSheetQueryOptions = (record: string) => ({ ...ask('record_sheet', { record }), gcTime: 0 });
/** How texts are read; that never changes. */
export const readingsQueryOptions = (texts: string[]) => ask('readings', { texts });
export const matterKindsQueryOptions = () => ask('matter_kinds', {});
/** What would follow; not kept, since it is made of everything. */
export const foreseeMatterQueryOptions = (wish: MatterWish) => ({ ...ask('foresee_matter', wish), gcTime: 0 });
export const foreseeEditQueryOptions = (edit: MatterEdit) => ({ ...ask('foresee_edit', edit), gcTime: 0 });
export const matterListQueryOptions = (query: MatterQuery) => ask('matter_list', query);
export const matterCountsQueryOptions = (query: MatterQuery) => ask('matter_counts', query);
export const matterPageQueryOptions = (matter: string) => ask('matter_page', { matter });
export const struckMattersQueryOptions = () => ask('struck_matters', {});
export const calendarMonthQueryOptions = (month: string) => ask('calendar_month', { month });
export const importHistoryQueryOptions = () => ask('import_history', {});
export const reportPeriodsQueryOptions = () => ask('report_periods', {});
export const quarterlyReportQueryOptions = (period: string) => ask('quarterly_report', { period });
/** What a number of the report stands for: a headline figure, or of one row of a table, or of one target. */
export type FigureRef = { figure: string; table: string | null; key: string | null };
export const figureListQueryOptions = (period: string, { figure, table, key }: FigureRef, offset: number, limit: number) =>
  ask('figure_list', { period, figure, table, key, offset, limit });
export const packListQueryOptions = () => ask('pack_list', {});
export const packTextQueryOptions = (id: string) => ask('pack_text', { id });
export const findPacksQueryOptions = (find: string) => ask('find_packs', { find });
export const packSourceQueryOptions = (id: string) => ask('pack_source', { id });
export const checkPackQueryOptions = (id: string, text: string) => ({ ...ask('check_pack', { id, text }), gcTime: 0 });
export const comparePacksQueryOptions = (wish: ComparePacks) => ask('compare_packs', wish);
/** What a change would do; not kept, since it is made of everything. */
export const previewPolicyQueryOptions = (change: PolicyChange) => ({ ...ask('preview_policy', change), gcTime: 0 });
export const holidaysQueryOptions = () => ask('holidays', {});
export const backlogQueryOptions = (id: string) => ask('backlog', { id });

export const worklistWhoseQueryOptions = (query: WorklistQuery) => ask('worklist_whose', query);
export const worklistIdsQueryOptions = (query: WorklistQuery) => ask('worklist_ids', query);
export const filterFieldsQueryOptions = () => ask('filter_fields', {});
export const savedViewsQueryOptions = () => ask('saved_views', {});
/** What was done today; asked anew whenever it is opened, since every write adds to it. */
export const recentActsQueryOptions = () => ({ ...ask('recent_acts', {}), staleTime: 0 });
export const absencesQueryOptions = () => ask('absences', {});
export const coachQueryOptions = () => ask('coach', {});
export const roundsQueryOptions = () => ask('rounds', {});
export const roundSheetQueryOptions = (round: string) => ask('round_sheet', { round });

/** How often a running job is asked how far it is. */
const JOB_PACE_MS = 250;

/** A job, asked again and again while it runs. */
export const jobStatusQueryOptions = (job: string) => ({
  ...ask('job_status', { job }),
  refetchInterval: (query: { state: { data?: Commands['job_status']['res'] } }) =>
    query.state.data && query.state.data.state !== 'running' ? false : JOB_PACE_MS,
});
