import { addDays } from '../../shared/dates';
import type { Decide, Decided, DecisionBrief, DrawnRow, DrawPreview, DrawRow, DrawSheet, FinishedRow, TaskDetail, TaskRow } from '../bindings';
import { HOURS, NO_CALLS } from './calls';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';
import { dice, makeClient, STAFF } from './people';
import { TODAY } from './tasks';

/** How many stand in the frame of the fake draw, and how many are taken. */
const POPULATION = 60;
const TAKE = 10;

/** The office's own work of the fake office. */
export function makeWork(): TaskRow[] {
  const work = (id: string, title: string, away: number, more: Partial<TaskRow>): TaskRow => ({
    id,
    pack: '002-12',
    rule: id,
    title,
    client: null,
    matter: null,
    step: 1,
    need: 1,
    have: 0,
    opens: '2026-10-01',
    due: addDays(TODAY, away),
    latest: null,
    state: away < 0 ? 'overdue' : 'open',
    days_over: Math.max(0, -away),
    because: '',
    detail: '',
    action: 'step',
    settled_by: 'finish',
    channels: [],
    assignee: STAFF[1]!.name,
    assignee_id: STAFF[1]!.id,
    stands_in_for: null,
    tries: 0,
    again_on: null,
    call: NO_CALLS,
    together: 0,
    unsigned: null,
    guessed: false,
    ...more,
  });
  return [
    work('report.weekly', '上周回访统计', -1, { because: '2026年第40周(09-28 至 10-04),每周须统计电话回访和上门回访 1 次上一期的,最迟 10-08。依据 002-12-36' }),
    work('monthly', '日常抽访 · 抽样', 22, { pack: '002-09', settled_by: 'draw', because: '2026年10月(10-01 至 10-31),每月须抽 10 至 15 个来回访,最迟 10-31。依据 002-09-29、002-09-32' }),
    work('report.monthly', '客户回访记录', 22, { because: '2026年10月(10-01 至 10-31),每月须办理 1 次,最迟 10-31。依据 002-12-37', assignee: '公司经理(待分派)', assignee_id: null }),
    work('visits', '经理每月拜访业主', 22, { settled_by: 'count', action: 'contact', need: 5, have: 2, because: '2026年10月(10-01 至 10-31),每月须拜访 5 次,已 2 次,最迟 10-31。依据 002-14-08', assignee: STAFF[2]!.name, assignee_id: STAFF[2]!.id }),
  ];
}

type FakeDraw = { row: DrawRow; ranking: DrawnRow[] };

/** What was decided and drawn in the fake office. */
export class FakeWork {
  readonly tasks: TaskRow[];
  readonly decisions: (DecisionBrief & { task: string })[] = [];
  readonly draws: FakeDraw[] = [];
  private last = 0;

  constructor(readonly office: FakeOffice) {
    this.tasks = office.size === 'empty' ? [] : makeWork();
  }

  open(): TaskRow[] {
    return this.tasks.filter((task) => ['open', 'overdue'].includes(task.state));
  }

  decide({ act, task, day, reason }: Decide): Decided {
    const row = this.tasks.find((known) => known.id === task);
    if (act === 'finish' && row?.settled_by !== 'finish') throw wireError('finish_contact', '这是回访,不能只点办完。请填写回访记录。');
    if (reason === '#出错') throw wireError('not_open_then', '这件事最迟 2026-10-08,已过去,记为漏办。');
    const id = `d${++this.last}`;
    this.decisions.unshift({ id, task: task ?? '', on: day ?? TODAY, what: act === 'finish' ? '办完' : act, by: this.office.me?.name ?? '', note: reason, voided: false });
    if (row && act === 'finish') row.state = 'done';
    return { decision: id, changed: ['decision', 'task'], line: '已办完' };
  }

  void(id: string) {
    const found = this.decisions.find((decision) => decision.id === id);
    const row = this.tasks.find((task) => task.id === found?.task);
    if (found) found.voided = true;
    if (row) row.state = row.days_over > 0 ? 'overdue' : 'open';
    return { changed: ['decision', 'task'], line: '已撤销这个决定' };
  }

  finished(): FinishedRow[] {
    const done = this.decisions.filter((decision) => decision.what === '办完');
    return done.flatMap((decision) => {
      const task = this.tasks.find((row) => row.id === decision.task);
      return task ? [{ decision: decision.id, task: task.id, title: task.title, because: task.because, on: decision.on, by: decision.by, note: decision.note, voided: decision.voided }] : [];
    });
  }

  detail(row: TaskRow): TaskDetail {
    const decisions = this.decisions.filter((decision) => decision.task === row.id);
    return { row, clauses: [{ id: '002-12-37', policy: '物业分级投诉、维修、活动回访' }], client_facts: [], matter_facts: [], phones: [], forms: [], script: '', history: [], decisions, together: [], calling: { hours: HOURS, wrong: [], give_up: { approve: null, left: '' } } };
  }

  preview(task: string): DrawPreview {
    const row = this.tasks.find((known) => known.id === task);
    if (row?.settled_by !== 'draw') throw wireError('not_a_draw', '这件事不是抽样');
    if (row.state === 'done') throw wireError('already_drawn', '这一期已于 2026-10-09 抽过样。要重抽,须先经批准作废那一次。');
    return { task, about: this.about(), population: POPULATION, take: TAKE, strata: [], hash: '9f2c41d07be3a685', due: row.due };
  }

  private about() {
    return {
      pack: '002-09',
      rule: 'monthly',
      title: '日常抽访',
      words: '日常抽访:每月从全部客户里抽 10 至 15 个,逐个回访;本期有投诉 1 次以上或本期有维修 1 次以上的除外;方式依次为电话、上门、信函;由公司经理。',
      clauses: [{ id: '002-09-29', policy: '管理处拜访与回访' }],
      period: '2026年10月(2026-10-01 至 2026-10-31)',
      stretch: '',
    };
  }

  draw(task: string, hash: string | null, seed: string | null) {
    const { hash: known } = this.preview(task);
    if (hash !== known) throw wireError('frame_changed', '看过以后,抽样框里的人有了变化。请再看一遍人数,然后抽样。');
    const draw = `draw${this.draws.length + 1}`;
    const row: DrawRow = { draw, pack: '002-09', rule: 'monthly', title: '日常抽访', period: this.about().period, on: TODAY, by: this.office.me?.name ?? '', seed: seed ?? 'c71e0b9a5d2f48837a10f6e94bd2385c', agreed: seed !== null, hash: known, population: POPULATION, taken: TAKE, replaced: 0, voided: null };
    this.draws.unshift({ row, ranking: ranking() });
    this.tasks.find((known) => known.id === task)!.state = 'done';
    return { draw, taken: TAKE, changed: ['task', 'decision'], line: `已从 ${POPULATION} 中抽出 ${TAKE} 个,抽中的已列入名单` };
  }

  find(draw: string): FakeDraw {
    const found = this.draws.find(({ row }) => row.draw === draw);
    if (!found) throw wireError('not_found', `没有找到抽样 ${draw}`);
    return found;
  }

  replace(draw: string, rank: number, reason: string) {
    const { row, ranking } = this.find(draw);
    const was = ranking.find((drawn) => drawn.rank === rank)!;
    const next = ranking.find((drawn) => drawn.state === 'rest');
    if (!next) throw wireError('no_next_rank', '后面已没有可以替补的人。');
    Object.assign(was, { state: 'replaced', replaced: `${reason}(${TODAY},${this.office.me?.name})`, task_state: null });
    Object.assign(next, { state: 'taken', task_state: 'open' });
    row.replaced += 1;
    return { changed: ['task', 'decision'], line: `${was.name} 由第 ${next.rank} 名 ${next.name} 替补` };
  }

  voidDraw(draw: string, approver: string, reason: string) {
    const { row } = this.find(draw);
    row.voided = { on: TODAY, by: this.office.me?.name ?? '', approver: STAFF.find((person) => person.id === approver)?.name ?? approver, reason };
    this.tasks.find((task) => task.settled_by === 'draw')!.state = 'open';
    return { changed: ['task', 'decision'], line: '这次抽样已作废,可以重新抽样' };
  }

  sheet(draw: string, whole: boolean): DrawSheet {
    const { row, ranking } = this.find(draw);
    const shown = ranking.filter((drawn) => whole || drawn.state !== 'rest');
    return { office: '安居物业海棠苑客服中心', row, about: this.about(), strata: [], method: '签号小的在前。', ranking: shown, signatures: ['抽样人', '见证人', '日期'] };
  }
}

function ranking(): DrawnRow[] {
  return Array.from({ length: POPULATION }, (_, index) => {
    const client = makeClient(1 + ((index * 37) % 240));
    const isTaken = index < TAKE;
    const roll = dice(index * 7919 + 3);
    return { rank: index + 1, client: client.id, key: `${client.id}||`, name: client.name, place: client.place ?? '', matter: '', stratum: '', state: isTaken ? 'taken' : 'rest', replaced: '', task_state: isTaken ? (roll(5) === 0 ? 'done' : 'open') : null };
  });
}

type WorkCommand = 'void_decision' | 'finished' | 'draw_preview' | 'draw' | 'replace_drawn' | 'void_draw' | 'draws' | 'draw_sheet' | 'export_draw';

/** The commands about draws and finished work. */
export function workCommands({ work }: FakeOffice): Pick<Handlers, WorkCommand> {
  return {
    void_decision: ({ decision }) => work.void(decision),
    finished: () => work.finished(),
    draw_preview: ({ task }) => work.preview(task),
    draw: ({ task, hash, seed }) => work.draw(task, hash, seed),
    replace_drawn: ({ draw, rank, reason }) => work.replace(draw, rank, reason),
    void_draw: ({ draw, approver, reason }) => work.voidDraw(draw, approver, reason),
    draws: () => work.draws.map(({ row }) => row),
    draw_sheet: ({ draw, whole }) => work.sheet(draw, whole),
    export_draw: ({ path }) => ({ path, rows: POPULATION }),
  };
}
