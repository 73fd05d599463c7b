import { addDays } from '../../shared/dates';
import type { Commands, Decide, DeskStatus, ImportFiles, JobStatus, PackBrief, TaskRow, WorklistQuery } from '../bindings';
import type { Platform } from '../platform';
import { archiveCommands } from './archive';
import { callCommands, HOURS, isWaiting } from './calls';
import { desklistCommands } from './desklist';
import { formCommands } from './forms';
import { messageCommands } from './messages';
import { matterCommands } from './matters';
import { FakeLock, fakeShell, type FakeShell } from './desk';
import { FakeOffice, wireError } from './office';
import { names, STAFF } from './people';
import { policyCommands } from './policies';
import { importResult, quarterlyReport } from './report';
import { search } from './search';
import { startCommands } from './start';
import { TODAY } from './tasks';
import { workCommands } from './work';

/** A sheet that was printed into a file. */
type PrintedWish = { cmd: string; req: Record<string, unknown> };
/** What the fake platform was asked to do outside the wire; tests read it. */
export type FakePlatform = Platform & {
  office: FakeOffice;
  lock: FakeLock;
  shell: FakeShell;
  opened: string[];
  asked: (keyof Commands)[];
  printed: PrintedWish[];
  chosen: string[];
};

const JOB_STEPS = 4;

/**
 * A platform without a desktop: an office in memory. `?empty=1` makes every list empty, `?many=1` fills them with a
 * hundred thousand rows, `?long=1` gives everybody a long name, `?pin=1` gives the first person a PIN, `?start=1` shows the
 * start page (`?start=fresh` as on a new computer), `?nobody=1` asks who works.
 */
export function fakePlatform(query: URLSearchParams, office = newOffice(query)): FakePlatform {
  if (query.has('nobody')) office.me = null;
  const lock = new FakeLock(office);
  if (query.has('pin')) lock.pins.set(STAFF[0]!.id, '2580');
  const shell = fakeShell();
  const commands = commandsOf(office, lock, !query.has('start'), query.get('start') === 'fresh');
  const opened: string[] = [];
  const printed: PrintedWish[] = [];
  // What the person picks in a file dialog.
  const chosen = ['/home/office/桌面/投诉登记.xlsx'];
  const asked: (keyof Commands)[] = [];
  return {
    ...shell,
    office,
    lock,
    shell,
    opened,
    printed,
    chosen,
    asked,
    call: async (cmd, req) => {
      asked.push(cmd);
      if (cmd.startsWith('print_') && (req as { path?: string | null }).path) printed.push({ cmd, req: req as Record<string, unknown> });
      lock.check(cmd);
      // Copied, as the wire does: the page must not see the office change under its hands.
      return structuredClone(commands[cmd](req));
    },
    chooseFiles: () => Promise.resolve([...chosen]),
    chooseFolder: () => Promise.resolve('/home/office/文档/安居物业'),
    chooseSavePath: (suggested) => Promise.resolve(`/home/office/文档/${suggested.split('/').pop()}`),
    openFile: async (path) => void opened.push(path),
    setTitle: async (title) => void (document.title = title),
  };
}

function newOffice(query: URLSearchParams): FakeOffice {
  names.areLong = query.has('long');
  return new FakeOffice(query.has('empty') ? 'empty' : query.has('many') ? 'many' : 'some');
}

export type Handlers = { [K in keyof Commands]: (req: Commands[K]['req']) => Commands[K]['res'] };

function commandsOf(office: FakeOffice, lock: FakeLock, startsOpen: boolean, isFresh: boolean): Handlers {
  let isOpen = startsOpen;
  const policies = policyCommands(office);
  const jobs = new Map<string, { req: ImportFiles; asked: number; status: JobStatus }>();
  const desk = (): DeskStatus => ({
    office: isOpen ? officeBrief(office, policies.pack_list({})) : null,
    me: isOpen ? office.me : null,
    recent: isFresh ? [] : ['/home/office/文档/安居物业', '/home/office/文档/演示办公室'],
    lock: lock.state,
  });
  const openDesk = (open: boolean) => {
    isOpen = open;
    return desk();
  };
  return {
    app_info: () => ({ version: '0.1.0', licences: 'React — MIT\nAnt Design — MIT\nSQLite — public domain\nTauri — Apache-2.0 / MIT' }),
    desk_status: desk,
    open_office: ({ dir }) => {
      if (dir.includes('坏')) throw wireError('not_an_office', `“${dir}”里没有办公室。请选放着 office.db 的文件夹。`);
      return openDesk(true);
    },
    close_office: () => openDesk(false),
    staff_list: () => STAFF,
    sign_in: (req) => {
      lock.signIn(req);
      return desk();
    },
    lock_desk: () => {
      lock.locked = true;
      return desk();
    },
    set_pin: (req) => lock.setPin(req),
    reset_pin: ({ staff }) => lock.resetPin(staff),
    reveal: ({ client }) => {
      lock.revealed.push(client);
      return { changed: [], line: '' };
    },
    due_now: () => dueNow(office),
    worklist: (req) => worklist(office, req),
    task_detail: ({ task }) => office.detail(task),
    foresee: (req) => ({ lines: office.foresee(req) }),
    record_follow_up: (req) => office.record(req),
    void_record: ({ record }) => office.void(record),
    decide: (req) => decide(office, req),
    problems: () => office.problems,
    rectify: ({ matter, on }) => {
      const row = office.problems.find((problem) => problem.matter === matter);
      if (row) Object.assign(row, { state: 'to_recheck', rectified: on ?? TODAY, rounds: row.rounds + 1 });
      return { changed: ['problem', 'task'], line: `${row?.no} 已整改,等别的同事复访` };
    },
    search: (req) => search(office, req),
    client_page: ({ client }) => office.page(client),
    correct_matter: () => ({ changed: ['matter', 'task'], line: '已更正' }),
    set_class: ({ class: name, member }) => ({ changed: ['client', 'class', 'task'], line: member ? `已归入“${name}”` : `已移出“${name}”` }),
    start_import: (req) => {
      const job = `j${jobs.size + 1}`;
      const status = { job, state: 'running', stage: 'reading', file: req.files[0] ?? '', done: 0, total: 86, imports: [], error: null };
      jobs.set(job, { req, asked: 0, status });
      return status;
    },
    job_status: ({ job }) => advanceJob(office, jobs.get(job)!),
    cancel_job: ({ job }) => Object.assign(jobs.get(job)!.status, { state: 'cancelled' }),
    import_history: () => office.imports,
    undo_import: ({ import: id, force }) => {
      const brief = office.imports.find((known) => known.import === id);
      if (brief) brief.undone = true;
      const kept = force ? [] : [{ label: '客户 欧阳淑贞', value: '电话后来由林晓改过' }];
      return { undone: force ? 1 : (brief?.created ?? 0), kept, changed: ['import', 'client', 'matter', 'task'] };
    },
    errors_workbook: ({ path }) => ({ path, rows: 4 }),
    report_periods: () => (office.size === 'empty' ? [] : ['2026Q4', '2026Q3', '2026Q2'].map((period) => ({ period, label: quarterlyReport(period).label }))),
    quarterly_report: ({ period }) => quarterlyReport(period),
    figure_list: ({ offset, limit }) => ({ total: office.tasks.length, rows: office.tasks.slice(offset, offset + limit) }),
    export_report: ({ path }) => ({ path, rows: 412 }),
    ...policies,
    ...startCommands(office, () => openDesk(true), policies.pack_text),
    ...messageCommands(office),
    ...workCommands(office),
    ...archiveCommands(office),
    ...callCommands(office),
    ...desklistCommands(office, (query) => listed(office, query)),
    ...office.tables.commands(),
    ...formCommands(office),
    ...matterCommands(office),
    print_form: printed,
    print_blank_form: printed,
    print_card: printed,
    print_matter: printed,
    print_visits: ({ path, staff, on }) => ({ printed: printed({ path }), rows: path === null ? [] : office.desklist.keepRound(staff, on), changed: ['round'] }),
    print_draw: printed,
    provoke_panic: ({ message }) => {
      throw wireError('internal', message);
    },
  };
}

function printed({ path }: { path: string | null }) {
  const page = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842"><path fill="#fff" d="M0 0h595v842H0z"/></svg>';
  return { count: 1, pages: path === null ? [page] : [], path, missing: '' };
}

function officeBrief(office: FakeOffice, packs: PackBrief[]) {
  return {
    name: office.name,
    dir: office.dir,
    sector: 'property',
    client_term: '住户',
    sample: true,
    today: TODAY,
    today_line: '2026年10月9日 周五 · 工作日 · 八月廿九',
    hours: HOURS,
    notices: office.size === 'empty' ? [] : [{ code: 'no_holidays', text: '还没有 2027 年的放假安排,2027 年的期限先按周末推算。' }],
    packs: packs.filter((pack) => pack.state !== 'off'),
  };
}

const WEEK_END = addDays(TODAY, 7);
const TOMORROW = addDays(TODAY, 1);
const TABS: Record<string, (task: TaskRow) => boolean> = {
  overdue: (task) => task.due < TODAY && !isWaiting(task),
  today: (task) => task.due.startsWith(TODAY) && !isWaiting(task),
  tomorrow: (task) => task.due.startsWith(TOMORROW) && !isWaiting(task),
  week: (task) => task.due >= TOMORROW && task.due <= WEEK_END && !isWaiting(task),
  waiting: isWaiting,
  call_back: (task) => task.again_on !== null && task.again_on.slice(0, 10) <= TODAY,
  all: () => true,
};

const isPaused = (task: TaskRow) => task.state === 'paused';

/** Every row that the query lists. */
function listed(office: FakeOffice, { tab, whose, filter, tasks, find }: WorklistQuery): TaskRow[] {
  const list = office.desklist;
  const open = list.openTasks();
  const matches = (task: TaskRow) => [task.client?.name, task.client?.place, task.client?.phone, task.matter?.no].some((text) => text?.includes(find));
  const under = () => {
    if (tab === 'office') return office.work.open();
    if (tab === 'done') return office.tasks.filter((task) => task.state === 'done');
    if (tab === 'unsigned') return office.tasks.filter((task) => task.unsigned !== null);
    if (tab === 'paused') return office.tasks.filter(isPaused);
    if (tab === 'chosen') return tasks.flatMap((id) => open.find((task) => task.id === id) ?? []);
    return open.filter(TABS[tab]!);
  };
  return under().filter((task) => list.has(task, whose) && list.fits(task, filter) && (find === '' || matches(task)));
}

function worklist(office: FakeOffice, query: WorklistQuery) {
  const open = office.tasks.filter((task) => office.isOpen(task));
  const count = (name: string) => open.filter(TABS[name]!).length;
  const work = office.work.open();
  const rows = listed(office, query);
  const { offset, limit } = query;
  return {
    counts: {
      overdue: count('overdue'),
      today: count('today'),
      tomorrow: count('tomorrow'),
      week: count('week'),
      waiting: count('waiting'),
      call_back: count('call_back'),
      all: open.length,
      unsigned: office.tasks.filter((task) => task.unsigned !== null).length,
      paused: office.tasks.filter(isPaused).length,
      office: work.length,
      office_overdue: work.filter((task) => task.state === 'overdue').length,
      done_today: office.size === 'empty' ? 0 : 8 + office.tasks.filter((task) => task.state === 'done').length,
      problems: office.problems.filter((problem) => problem.state !== 'closed').length,
    },
    total: rows.length,
    rows: rows.slice(offset, offset + limit),
  };
}

function dueNow(office: FakeOffice) {
  const { counts, rows } = worklist(office, { tab: 'call_back', whose: 'all', filter: null, tasks: [], find: '', offset: 0, limit: 50 });
  return { overdue: counts.overdue, today: counts.today, problems: counts.problems, call_backs: rows.map((row) => ({ task: row.id, at: row.again_on ?? '', is_now: (row.again_on ?? '') < `${TODAY}T12:00` && (row.again_on ?? '').length > 10 })) };
}

function decide(office: FakeOffice, wish: Decide) {
  const { act, task, client, day, to, reason } = wish;
  if (act === 'finish' || office.work.tasks.some((row) => row.id === task)) return office.work.decide(wish);
  if (client && ['pause', 'do_not_contact', 'resume'].includes(act)) office.halt(client, act !== 'resume');
  if (task) {
    const row = office.task(task);
    const states: Record<string, string> = { waive: 'waived', give_up: 'lost', reopen: 'open' };
    Object.assign(row, { state: states[act] ?? row.state });
    if (act === 'reschedule' && day) Object.assign(row, { due: day, days_over: 0, state: day < TODAY ? 'overdue' : 'open' });
    if (act === 'reassign') Object.assign(row, { assignee: STAFF.find((person) => person.id === to)?.name ?? row.assignee, assignee_id: to });
  }
  return { decision: 'd0', changed: ['decision', 'task'], line: `已记下:${reason}` };
}

function advanceJob(office: FakeOffice, job: { req: ImportFiles; asked: number; status: JobStatus }): JobStatus {
  const { req, status } = job;
  if (status.state !== 'running') return status;
  job.asked += 1;
  const stage = ['reading', 'checking', 'writing', 'planning'][Math.min(job.asked - 1, req.dry_run ? 1 : 3)]!;
  Object.assign(status, { stage, done: Math.min(86, Math.round((86 * job.asked) / JOB_STEPS)) });
  if (job.asked < JOB_STEPS) return status;
  const imports = req.files.map((file) => importResult(file, req.as));
  if (!req.dry_run) {
    office.arrive();
    for (const result of imports) {
      result.import = `i${office.imports.length + 1}`;
      office.imports.unshift({ import: result.import, file: result.file, as: result.as, at: '2026-10-09 09:30', by: office.me?.name ?? '', created: 71, updated: 6, rejected: 4, undone: false });
    }
  }
  return Object.assign(status, { state: 'done', imports });
}
