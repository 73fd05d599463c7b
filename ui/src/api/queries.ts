import { queryOptions } from '@tanstack/react-query';
import { rpc } from '../platform';
import type { Commands, ComparePacks, PolicyChange, RecordFollowUp, WorklistQuery } from '../platform/bindings';
import type { QueryName } from './nouns';

function ask<K extends QueryName>(cmd: K, req: Commands[K]['req']) {
  return queryOptions<Commands[K]['res']>({ queryKey: [cmd, req], queryFn: () => rpc(cmd, req) });
}

export const appInfoQueryOptions = () => ask('app_info', {});
export const deskStatusQueryOptions = () => ask('desk_status', {});
export const staffListQueryOptions = () => ask('staff_list', {});
export const dueNowQueryOptions = () => ask('due_now', {});
export const worklistQueryOptions = (query: WorklistQuery) => ask('worklist', query);
export const taskDetailQueryOptions = (task: string) => ask('task_detail', { task });
export const foreseeQueryOptions = (followUp: RecordFollowUp) => ({ ...ask('foresee', followUp), gcTime: 0 });
export const finishedQueryOptions = () => ask('finished', {});
/** Who would be drawn from now; not kept, since it is made of everything. */
export const drawPreviewQueryOptions = (task: string) => ({ ...ask('draw_preview', { task }), gcTime: 0 });
export const drawsQueryOptions = () => ask('draws', {});
export const drawSheetQueryOptions = (draw: string, whole: boolean) => ask('draw_sheet', { draw, whole });
export const problemsQueryOptions = () => ask('problems', {});
export const clientListQueryOptions = (find: string, offset: number, limit: number) =>
  ask('client_list', { find, offset, limit });
export const searchQueryOptions = (find: string, recent: string[], limit: number) => ask('search', { find, recent, limit });
export const clientPageQueryOptions = (client: string) => ask('client_page', { client });
export const importHistoryQueryOptions = () => ask('import_history', {});
export const reportPeriodsQueryOptions = () => ask('report_periods', {});
export const quarterlyReportQueryOptions = (period: string) => ask('quarterly_report', { period });
export const figureListQueryOptions = (period: string, figure: string, offset: number, limit: number) =>
  ask('figure_list', { period, figure, offset, limit });
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

/** How often a running job is asked how far it is. */
const JOB_PACE_MS = 250;

/** A job, asked again and again while it runs. */
export const jobStatusQueryOptions = (job: string) => ({
  ...ask('job_status', { job }),
  refetchInterval: (query: { state: { data?: Commands['job_status']['res'] } }) =>
    query.state.data && query.state.data.state !== 'running' ? false : JOB_PACE_MS,
});
