import { addDays } from '../../shared/dates';
import type { ClientRow, CorrectRecord, GiveUp, ImportBrief, OnLine, ProblemRow, RecordBrief, RecordContact, RecordFollowUp, StaffBrief, TaskDetail, TaskRow, TimelineItem } from '../bindings';
import { afterTry, HOURS } from './calls';
import { makeClient, STAFF } from './people';
import { FakeDesklist } from './desklist';
import { FakeForms } from './forms';
import { FakeTables } from './tables';
import { FakeWork } from './work';
import { KINDS, makeTask, TODAY, WHY_NOT } from './tasks';

/** A record of the fake office, with what it needs to be taken back. */
type Kept = {
  brief: RecordBrief;
  client: string;
  tasks: string[];
  settled: string[];
  problems: string[];
  before: (Pick<TaskRow, 'tries' | 'again_on' | 'call'> & { task: string })[];
  phone: string | null;
  req: RecordFollowUp;
};

export const wireError = (code: string, detail: string) => ({ code, params: {}, detail, trace_id: 'fake-00c0ffee' });

/** How many tasks are different; more than these repeat them. */
const DIFFERENT = 1000;

/** A property office in memory, for component tests and for pictures in a browser. */
export class FakeOffice {
  clients: number;
  name = '安居物业海棠苑客服中心';
  dir = '/home/office/文档/安居物业';
  /** What a list brings that is imported into a new office. */
  private toCome: TaskRow[] = [];
  readonly tasks: TaskRow[];
  problems: ProblemRow[] = [];
  records: Kept[] = [];
  imports: ImportBrief[] = [];
  readonly work: FakeWork;
  readonly desklist: FakeDesklist;
  readonly tables = new FakeTables(this);
  readonly forms: FakeForms;
  me: StaffBrief | null = STAFF[0]!;
  /** Who is on the line with which client. */
  claims = new Map<string, OnLine>();
  /** What people wrote down without a task, gave up, moved. */
  contacts: RecordContact[] = [];
  lost: GiveUp[] = [];
  moves: { record: string; client: string }[] = [];
  /** Numbers found to be wrong. */
  wrong = new Set<string>();
  private lastRecord = 0;

  constructor(readonly size: 'empty' | 'some' | 'many') {
    this.work = new FakeWork(this);
    this.forms = new FakeForms(this);
    this.clients = { empty: 0, some: 240, many: 100_000 }[size];
    const count = { empty: 0, some: 52, many: 100_000 }[size];
    const different = Array.from({ length: Math.min(count, DIFFERENT) }, (_, index) => makeTask(index, this.clients));
    different.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    const times = Math.max(1, Math.ceil(count / DIFFERENT));
    this.tasks = different.flatMap((task) => Array.from({ length: times }, (_, time) => (time === 0 ? task : { ...task, id: `${task.id}-${time}` })));
    if (size !== 'empty') this.fill();
    this.desklist = new FakeDesklist(this);
  }

  /** A new office: it knows nobody. */
  begin(name: string, dir: string, first: { name: string; role: string } | null) {
    Object.assign(this, { name, dir, clients: 0, problems: [], records: [], imports: [], me: first && { id: 's1', department: null, ...first } });
    this.toCome = this.tasks.splice(0);
    this.work.tasks.splice(0);
  }

  /** An import brings clients, and with them what has to be done. */
  arrive() {
    if (this.toCome.length === 0) return;
    this.tasks.push(...this.toCome.splice(0));
    this.clients = 240;
  }

  private fill() {
    const walk = this.tasks.find((task) => task.id === 't3')!;
    // One client with two tasks: the same call can settle both.
    Object.assign(walk, { client: makeClient(1), due: addDays(TODAY, 3), state: 'open' });
    // And one who is to be rung up, and of whom no number is known.
    const silent = this.tasks.findLast((task) => task.channels[0] === 'phone' && task.client?.id !== 'c1');
    if (silent?.client) silent.client = { ...silent.client, phone: null };
    for (const task of this.tasks.slice(0, 52)) task.together = this.togetherOf(task).length;
    const problem = (index: number, more: Partial<ProblemRow>): ProblemRow => ({
      matter: `w${index}`,
      no: `WT26${String(index).padStart(4, '0')}`,
      client: makeClient(index * 7),
      text: ['墙角仍返潮,要求重新做防水', '电梯门关得太快,差点夹到老人', '保洁每周只来一次', '楼道灯又坏了'][index % 4]!,
      parent: { id: `m9${index}`, kind: 'complaint', kind_label: '投诉', no: `TS2605${10 + index}` },
      raised: addDays(TODAY, -index * 2),
      deadline: addDays(TODAY, 5 - index * 2),
      handler: ['钱志强', '孙丽'][index % 2]!,
      rectified: null,
      closed: null,
      state: 'open',
      rounds: 0,
      ...more,
    });
    this.problems = [
      problem(1, {}),
      problem(2, { deadline: addDays(TODAY, 1) }),
      problem(4, { state: 'overdue' }),
      problem(5, { state: 'to_recheck', rectified: addDays(TODAY, -1), rounds: 1 }),
      problem(8, { state: 'closed', rectified: addDays(TODAY, -6), closed: addDays(TODAY, -4), rounds: 2 }),
    ];
    if (this.size === 'many') this.problems = Array.from({ length: 100_000 }, (_, index) => problem(index + 1, { state: index % 3 === 0 ? 'overdue' : 'open', raised: addDays(TODAY, -index % 90), deadline: addDays(TODAY, (index % 20) - 10) }));
    this.imports = [
      { import: 'i2', file: '维修工单.csv', as: 'repair', at: '2026-10-08 08:52', by: '林晓', created: 38, updated: 4, rejected: 1, undone: false },
      { import: 'i1', file: '业主档案.xlsx', as: 'clients', at: '2026-10-01 09:15', by: '周敏', created: 240, updated: 0, rejected: 2, undone: false },
    ];
  }

  task(id: string): TaskRow {
    const found = this.tasks.find((task) => task.id === id);
    if (!found) throw wireError('not_found', `没有这项回访:${id}`);
    return found;
  }

  isOpen(task: TaskRow): boolean {
    return ['waiting', 'open', 'overdue'].includes(task.state);
  }

  /** The client is not to be contacted now, or is again. */
  halt(client: string, isHalted: boolean): void {
    const due = (task: TaskRow) => (task.due.slice(0, 10) < TODAY ? 'overdue' : 'open');
    for (const task of this.tasks.filter((row) => row.client?.id === client)) {
      if (isHalted && this.isOpen(task)) task.state = 'paused';
      else if (!isHalted && task.state === 'paused') task.state = due(task);
    }
  }

  togetherOf(task: TaskRow): TaskRow[] {
    const mine = this.tasks.filter((other) => other.id !== task.id && other.client?.id === task.client?.id);
    return mine.filter((other) => this.isOpen(other) && other.opens <= TODAY).slice(0, 4);
  }

  clientRow(index: number): ClientRow {
    const client = makeClient(index);
    const open = this.size === 'many' ? [] : this.tasks.filter((task) => task.client?.id === client.id && this.isOpen(task));
    return { client, assignee: STAFF[[0, 3][index % 2]!]!.name, matters: 1 + (index % 5), open: open.length, last_contact: index % 4 === 0 ? null : addDays(TODAY, -(index % 90) - 1), next_due: index % 3 === 0 ? null : addDays(TODAY, (index % 17) - 5) };
  }

  detail(id: string): TaskDetail {
    const work = this.work.tasks.find((task) => task.id === id);
    if (work) return this.work.detail(work);
    const row = { ...this.task(id) };
    const claimed = this.claims.get(row.client?.id ?? '');
    if (claimed && claimed.staff !== this.me?.id) row.call = { ...row.call, on_line: claimed };
    const together = this.togetherOf(row);
    const kind = KINDS.find((known) => known.rule === row.rule)!;
    const client = row.client!;
    const form = (task: TaskRow) => ({ task: task.id, title: task.title, form: task.rule, fields: KINDS.find((known) => known.rule === task.rule)!.fields });
    return {
      row,
      clauses: [{ id: kind.clause, policy: '物业分级投诉、维修、活动回访' }],
      client_facts: [
        { label: '房号', value: client.place ?? '' },
        ...(client.id === 'c1' ? [{ label: '宜拨时段', value: '下午 · 听力不佳,请慢说' }] : []),
        { label: '责任人', value: '林晓' },
      ],
      matter_facts: [
        { label: '事项', value: `${row.matter?.kind_label} ${row.matter?.no}` },
        { label: '内容', value: row.detail.split(' · ')[0] ?? '' },
        { label: '经办', value: '钱志强(工程部)' },
      ],
      phones: [
        ...(client.phone ? [{ label: '本人', value: client.phone }] : []),
        ...(client.id === 'c1' ? [{ label: '女儿 欧阳敏', value: '13998765432' }] : []),
      ],
      forms: [form(row), ...together.map(form)],
      script: `您好,这里是安居物业客户服务部。${row.matter?.kind_label ?? ''}已经处理完了,想问问您满意不满意。`,
      history: this.records.filter((kept) => kept.client === client.id).map((kept) => kept.brief).concat(row.tries > 0 ? tries(row.tries) : []),
      decisions: [],
      together,
      calling: { hours: HOURS, wrong: [...this.wrong], give_up: { approve: row.rule === 'move_in' ? '客服主管' : null, left: '' } },
    };
  }

  foresee(req: RecordFollowUp): string[] {
    if (req.outcome === 'refused') return ['保存后:客户拒访,可以按失访结束'];
    if (req.outcome === 'wrong_number') return ['保存后:标为「号码待核实」,请换一个号码或核实后再打'];
    if (req.outcome === 'no_answer' || req.outcome === 'busy') return [`保存后:今天 ${req.outcome === 'busy' ? '11:00' : '14:00'} 起再联系,之前列在「等待中」`];
    if (req.outcome !== 'reached') return [];
    return this.isUnhappy(req) ? ['保存后:生成问题单给工程部,3 个工作日内(最迟 10-14)整改,整改后由别的同事再回访。'] : [];
  }

  private isUnhappy(req: RecordFollowUp): boolean {
    return req.tasks.some((task) => Object.values(task.answers).includes('不满意'));
  }

  record(req: RecordFollowUp) {
    if (!this.me) throw wireError('nobody_works', '还没有选择回访人。请在右上角选择是谁在回访。');
    if (req.note === '#出错') throw wireError('internal', '程序内部出错,这一步没有完成。');
    const tasks = req.tasks.map((answer) => this.task(answer.task));
    const settled = req.outcome === 'reached' ? tasks : [];
    const raised = settled.length > 0 && this.isUnhappy(req) ? [this.raise(tasks[0]!, req.note)] : [];
    const id = `r${++this.lastRecord}`;
    const brief: RecordBrief = {
      id,
      on: TODAY,
      channel: req.channel,
      outcome: req.outcome,
      satisfied: req.outcome === 'reached' ? raised.length === 0 : null,
      by: this.me.name,
      note: req.note,
      voided: false,
      phone: null,
      answers: [],
      titles: tasks.map((task) => task.title),
      correction: '',
      corrected: false,
    };
    const before: Kept['before'] = [];
    this.records.unshift({ before, phone: req.phone, brief, client: tasks[0]?.client?.id ?? '', tasks: tasks.map((task) => task.id), settled: settled.map((task) => task.id), problems: raised.map((row) => row.matter), req });
    for (const task of settled) Object.assign(task, { state: 'done' });
    for (const task of settled.length > 0 ? [] : tasks) {
      before.push({ task: task.id, tries: task.tries, again_on: task.again_on, call: task.call });
      const tries = task.tries + 1;
      Object.assign(task, { tries, again_on: req.outcome === 'call_back' ? req.again_on : null, call: afterTry(req.outcome, tries, req.again_on) });
    }
    if (req.outcome === 'wrong_number' && req.phone) this.wrong.add(req.phone);
    const line = raised[0] ? `已生成问题单 ${raised[0].no},须在 10-14 前整改` : '';
    return { record: id, settled: settled.map((task) => task.id), problems: raised, asked: [], line, changed: ['task', 'record', 'problem'] };
  }

  private raise(task: TaskRow, note: string): ProblemRow {
    const index = 20 + this.problems.length;
    const row: ProblemRow = {
      matter: `w${index}`,
      no: `WT2600${index}`,
      client: task.client,
      text: note || '客户不满意',
      parent: task.matter,
      raised: TODAY,
      deadline: '2026-10-14',
      handler: '钱志强',
      rectified: null,
      closed: null,
      state: 'open',
      rounds: 0,
    };
    this.problems.unshift(row);
    return row;
  }

  correct(wish: CorrectRecord) {
    const kept = this.records.find((known) => known.brief.id === wish.record);
    if (kept) {
      Object.assign(kept.brief, { voided: true, corrected: true });
      const id = `r${++this.lastRecord}`;
      const brief = { ...kept.brief, id, on: wish.on, channel: wish.channel, note: wish.note, voided: false, corrected: false, correction: wish.reason };
      this.records.unshift({ ...kept, brief, req: { ...kept.req, tasks: wish.tasks } });
    }
    return { record: this.records[0]?.brief.id ?? '', settled: [], problems: [], asked: [], line: '', changed: ['record', 'task', 'matter', 'attachment'] };
  }

  void(record: string) {
    const kept = this.records.find((known) => known.brief.id === record);
    if (!kept) throw wireError('not_found', `没有这条记录:${record}`);
    kept.brief.voided = true;
    for (const id of kept.settled) {
      const task = this.task(id);
      Object.assign(task, { state: task.due.slice(0, 10) < TODAY ? 'overdue' : 'open' });
    }
    for (const { task, ...was } of kept.before) Object.assign(this.task(task), was);
    if (kept.phone) this.wrong.delete(kept.phone);
    this.problems = this.problems.filter((row) => !kept.problems.includes(row.matter));
    return { changed: ['record', 'task', 'problem'], line: '已作废这条记录' };
  }

  timeline(client: string): TimelineItem[] {
    const own = this.records.filter((kept) => kept.client === client);
    const item = (on: string, kind: string, title: string, lines: string[], tone = 'plain', more: Partial<TimelineItem> = {}): TimelineItem => ({ on, kind, title, lines, tone, record: null, unsigned: false, matter: null, matter_kind: null, ...more });
    return [
      ...own.map(({ brief }) =>
        item(brief.on, 'record', brief.voided ? `${brief.titles[0]}(${brief.corrected ? '已更正' : '已作废'})` : `${brief.titles[0]} · ${brief.outcome === 'reached' ? '已接通' : '未接通'}`, [brief.correction && `更正记录:${brief.correction}`, brief.note].filter(Boolean), brief.satisfied === false ? 'bad' : 'good', { record: brief.voided ? null : brief.id, unsigned: this.tasks.some((task) => task.unsigned === brief.id) }),
      ),
      item('2026-10-08', 'matter', '维修完成 · WX261001 渗漏水(重大)', ['维修工 钱志强 · 有偿 · 试运行至 10-23'], 'plain', { matter: 'm1', matter_kind: 'repair' }),
      item('2026-09-24', 'record', '节日拜访 · 满意', ['上门 · 何建国', '“楼道灯太暗,晚上怕摔” → 建议转工程部,已答复 09-26'], 'good', { record: 'r-old-2' }),
      item('2026-08-21', 'record', '复访 · 满意', ['第 2 轮,非整改人回访 · 周敏', '问题 WT260017 办结,历时 6 天'], 'good', { record: 'r-old-1' }),
      item('2026-08-20', 'matter', '整改完成 · 更换电梯门感应器', ['工程部']),
      item('2026-08-15', 'record', '投诉回访 · 不满意', ['电话,第 2 次拨通 · 林晓', '“门关得太快,差点夹到” → 问题 WT260017,3 个工作日内整改'], 'bad', { record: 'r-old-0' }),
      item('2026-08-14', 'record', '未接 · 电话', ['林晓', '改打女儿 13998765432,也没人接']),
      item('2026-08-13', 'matter', '投诉处理完毕 · TS260388 电梯故障(重要)', ['钱志强 · 工程部'], 'plain', { matter: 'm388', matter_kind: 'complaint' }),
      item('2026-07-02', 'decision', '免访 · 特约服务回访', ['周敏:家人住院,不便打扰']),
    ];
  }

  page(id: string) {
    const client = makeClient(Number(id.slice(1)));
    const tasks = this.tasks.filter((task) => task.client?.id === id && this.isOpen(task));
    return {
      client,
      facts: [
        { label: '编号', value: client.no ?? '' },
        { label: '房号', value: `${client.place}(2021-06 起)` },
        { label: '宜拨时段', value: '下午 · 听力不佳,请慢说' },
        { label: '同住', value: '无 · 女儿 欧阳敏(紧急)' },
        { label: '责任人', value: '林晓(3 栋物业助理)' },
      ],
      phones: client.phone ? [{ label: '本人', value: client.phone }] : [],
      tasks,
      timeline: this.timeline(id),
      why: [...tasks.map((task) => ({ pack: task.pack, rule: task.rule, title: task.title, on_list: true, text: task.because })), ...WHY_NOT],
    };
  }
}

/** By day, and within the day first what has an hour. */
function rank(task: TaskRow): string {
  return `${task.due.slice(0, 10)}${task.due.length > 10 ? task.due.slice(10) : 'Z'}`;
}

function tries(count: number): RecordBrief[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `old-${index}`,
    on: addDays(TODAY, -index - 1),
    channel: 'phone',
    outcome: 'no_answer',
    satisfied: null,
    by: '林晓',
    note: index === 0 ? '响了很久没人接' : '',
    voided: false,
    phone: null,
    answers: [],
    titles: [],
    correction: '',
    corrected: false,
  }));
}
