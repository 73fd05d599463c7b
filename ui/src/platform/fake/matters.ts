import { addDays, daysBetween, weekday } from '../../shared/dates';
import type { CalendarDay, CalendarMonth, ClientBrief, MatterEdit, MatterForesight, MatterKindBrief, MatterKinds, MatterPage, MatterQuery, MatterRow, MatterWish, MatterWritten, MilestoneRow, StruckMatterRow, StruckMilestoneRow } from '../bindings';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';
import { dice, makeClient, STAFF } from './people';
import { TODAY } from './tasks';

/** A matter of the fake office. */
type Kept = {
  id: string;
  kind: string;
  no: string;
  clients: { client: ClientBrief; role: string }[];
  severity: string | null;
  department: string | null;
  handler: string | null;
  fields: Record<string, unknown>;
  milestones: MilestoneRow[];
  gone: StruckMilestoneRow[];
  struck: StruckMatterRow | null;
};

const kind = (code: string, label: string, milestones: [string, string, boolean?][], more: Partial<MatterKindBrief> = {}): MatterKindBrief => ({
  kind: code,
  label,
  asked: true,
  used: true,
  milestones: milestones.map(([name, text, ends]) => ({ kind: name, label: text, ends: ends ?? false })),
  begins: [milestones[0]![0]],
  fields: [{ id: 'item', label: '项目', kind: 'text', choices: [] }],
  graded: false,
  nobody: false,
  ...more,
});

const MATTER_KINDS: MatterKindBrief[] = [
  kind('complaint', '投诉', [['received', '受理'], ['handled', '处理完毕', true], ['closed', '办结', true], ['transferred', '转办', true]], {
    graded: true,
    nobody: true,
    fields: [
      { id: 'topic', label: '内容', kind: 'long', choices: [] },
      { id: 'category', label: '类别', kind: 'text', choices: [] },
      { id: 'reply_only', label: '只需复函', kind: 'yes_no', choices: [] },
    ],
  }),
  kind('repair', '维修', [['reported', '报修'], ['finished', '完成', true], ['trial_ended', '试运行结束', true]], { graded: true, nobody: true }),
  kind('special_service', '特约服务', [['ended', '结束', true]]),
  kind('move_in', '入伙', [['handed_over', '入伙'], ['fitted_out', '装修完成'], ['moved_in', '入住', true]]),
  kind('appointment', '预约', [['booked', '登记'], ['scheduled', '约定就诊'], ['arrived', '到诊', true], ['missed', '爽约', true], ['cancelled', '取消', true]], { asked: false, used: false, begins: ['booked', 'scheduled'] }),
];

const TOPICS: Record<string, string[]> = {
  complaint: ['电梯门关得太快,差点夹到老人', '楼上漏水', '噪声扰民', '公共区域照明不亮', '保洁不及时'],
  repair: ['渗漏水', '下水道堵塞', '电路跳闸'],
};
const PREFIX: Record<string, string> = { complaint: 'TS26', repair: 'WX26', special_service: 'TY26', move_in: 'RH26', appointment: 'YY26' };
const MOST = 300_000;

const labelOf = (code: string, milestone: string) => MATTER_KINDS.find((known) => known.kind === code)?.milestones.find((known) => known.kind === milestone)?.label ?? milestone;

function makeMatter(index: number, clients: number): Kept {
  const roll = dice(index * 7907 + 11);
  const known = MATTER_KINDS[index < 9 ? 0 : roll(4)]!;
  const id = `fm${index}`;
  const reached = index < 4 ? 1 : 1 + roll(Math.min(2, known.milestones.length));
  const start = addDays(TODAY, -3 - roll(40));
  const person = STAFF[roll(STAFF.length)]!;
  return {
    id,
    kind: known.kind,
    no: `${PREFIX[known.kind]}${String(1 + index).padStart(4, '0')}`,
    clients: index % 11 === 7 ? [] : [{ client: makeClient(1 + ((index * 17) % clients)), role: 'subject' }],
    severity: known.graded ? ['normal', 'important', 'major'][roll(3)]! : null,
    department: ['工程部', '客户服务部', '保洁部'][roll(3)]!,
    handler: person.name,
    fields: { [known.fields[0]!.id]: (TOPICS[known.kind] ?? ['空调清洗', '家政保洁'])[roll((TOPICS[known.kind] ?? [0, 0]).length)] },
    milestones: known.milestones.slice(0, reached).map((step, at) => ({ id: `${id}/${step.kind}/1`, kind: step.kind, label: step.label, on: addDays(start, at * 2), note: '', tasks: step.ends ? 1 : 0 })),
    gone: [],
    struck: null,
  };
}

/** The matters of the fake office, and what can be done with them. */
class FakeMatters {
  readonly kept: Kept[];
  private last = 0;

  constructor(readonly office: FakeOffice) {
    const count = { empty: 0, some: 60, many: 2000 }[office.size];
    this.kept = Array.from({ length: count }, (_, index) => makeMatter(index, office.clients));
  }

  find(id: string): Kept {
    // What only tasks and timelines name is as good as any.
    return this.kept.find((matter) => matter.id === id) ?? this.kept[0] ?? fail('not_found', `没有找到事项 ${id}`);
  }

  row(matter: Kept): MatterRow {
    const stage = matter.milestones.at(-1);
    const known = MATTER_KINDS.find((one) => one.kind === matter.kind)!;
    const ended = known.milestones.find((one) => one.kind === stage?.kind)?.ends ?? false;
    const began = matter.milestones[0]?.on.slice(0, 10) ?? null;
    const due = stage && stage.tasks > 0 ? addDays(stage.on, 3) : null;
    return {
      matter: { id: matter.id, kind: matter.kind, kind_label: known.label, no: matter.no },
      client: matter.clients[0]?.client ?? null,
      others: Math.max(0, matter.clients.length - 1),
      text: String(matter.fields[known.fields[0]!.id] ?? ''),
      severity: matter.severity,
      department: matter.department,
      handler: matter.handler,
      stage: stage?.kind ?? '',
      stage_label: stage?.label ?? '',
      stage_on: stage?.on ?? null,
      began,
      days: began ? daysBetween(began, ended ? stage!.on.slice(0, 10) : TODAY) : 0,
      ended,
      next: due && due >= addDays(TODAY, -6) ? { task: `${matter.id}-t`, title: `${known.label}回访`, due, state: due < TODAY ? 'overdue' : 'open', days_over: Math.max(0, daysBetween(due, TODAY)) } : null,
      open: due ? 1 : 0,
    };
  }

  rows({ kind: code, stage, department, handler, overdue, find }: MatterQuery): MatterRow[] {
    const person = STAFF.find((one) => one.id === handler)?.name;
    const standing = this.kept.filter((matter) => matter.struck === null && matter.kind === code && (!department || matter.department === department) && (!person || matter.handler === person));
    const rows = standing.map((matter) => this.row(matter)).filter((row) => (stage === null || row.stage === stage) && (!overdue || row.next?.state === 'overdue'));
    const found = rows.filter((row) => [row.client?.name, row.client?.place, row.client?.phone, row.matter.no].some((text) => text?.includes(find)));
    return found.sort((a, b) => ((a.stage_on ?? '') < (b.stage_on ?? '') ? 1 : -1));
  }

  /** As many as a large office has: the same ones again. */
  times(): number {
    return this.office.size === 'many' ? Math.round(MOST / this.kept.length) : 1;
  }

  register(wish: MatterWish): MatterWritten {
    const known = MATTER_KINDS.find((one) => one.kind === wish.kind) ?? fail('unknown_matter_kind', '没有这种事项');
    const client = wish.client ? makeClient(Number(wish.client.slice(1))) : wish.new_client ? { id: 'c9001', name: wish.new_client.name || `未留姓名${wish.new_client.phone.slice(-4)}`, no: null, place: wish.new_client.place || null, phone: wish.new_client.phone, tags: [] } : null;
    if (!client && !known.nobody) fail('client_missing', `${known.label}要说明是哪位客户`);
    if (this.kept.some((matter) => matter.no === wish.no)) fail('number_taken', `编号 ${wish.no} 已经用过。`);
    const id = `fn${++this.last}`;
    const others = wish.others.map(({ client: other, role }) => ({ client: makeClient(Number(other.slice(1))), role }));
    const matter: Kept = {
      id,
      kind: wish.kind,
      no: wish.no || this.next(wish.kind),
      clients: client ? [{ client, role: 'subject' }, ...others] : others,
      severity: wish.severity,
      department: wish.department,
      handler: STAFF.find((person) => person.id === wish.handler)?.name ?? null,
      fields: wish.fields,
      milestones: wish.milestones.map((step) => ({ id: `${id}/${step.kind}/1`, kind: step.kind, label: labelOf(wish.kind, step.kind), on: step.on ?? TODAY, note: step.note, tasks: step.kind === 'handled' ? 1 : 0 })),
      gone: [],
      struck: null,
    };
    this.kept.unshift(matter);
    return this.written(matter, `已登记${known.label} ${matter.no}`);
  }

  next(code: string): string {
    const numbers = this.kept.filter((matter) => matter.kind === code).map((matter) => Number(matter.no.slice(4)));
    return `${PREFIX[code] ?? 'SX26'}${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`;
  }

  foresee(wish: MatterWish): MatterForesight {
    const steps = wish.milestones.map((step) => step.kind);
    const lines: MatterForesight['lines'] = [];
    if (wish.kind === 'complaint' && !steps.includes('handled')) lines.push({ sort: 'later', text: '处理完毕后 3 个工作日内电话回访(客服专员)', because: '' });
    if (steps.includes('handled')) lines.push(HANDLED);
    if (wish.kind === 'repair') lines.push({ sort: 'later', text: '完成后 1 个月内上门或电话回访(物业助理)', because: '' });
    return { no: wish.no || this.next(wish.kind), lines, warnings: [] };
  }

  foreseeEdit(edit: MatterEdit): MatterForesight {
    const lines: MatterForesight['lines'] = [];
    if (edit.act === 'add_milestone' && edit.kind === 'handled') lines.push(HANDLED);
    if (edit.act.startsWith('strike')) lines.push({ sort: 'withdrawn', text: '投诉回访:不再列入', because: '没有处理完毕的节点' });
    return { no: this.find(edit.matter).no, lines, warnings: [] };
  }

  edit(edit: MatterEdit): MatterWritten {
    const matter = this.find(edit.matter);
    const name = `${MATTER_KINDS.find((one) => one.kind === matter.kind)!.label} ${matter.no}`;
    const at = matter.milestones.findIndex((step) => step.id === edit.milestone);
    switch (edit.act) {
      case 'add_milestone': {
        const id = `${matter.id}/${edit.kind}/${1 + matter.milestones.length + matter.gone.length}`;
        matter.milestones.push({ id, kind: edit.kind ?? '', label: labelOf(matter.kind, edit.kind ?? ''), on: edit.on ?? TODAY, note: edit.note, tasks: edit.kind === 'handled' ? 1 : 0 });
        return { ...this.written(matter, `${name} ${labelOf(matter.kind, edit.kind ?? '')}`), milestone: id };
      }
      case 'correct_milestone':
        Object.assign(matter.milestones[at]!, { on: edit.on ?? TODAY, note: edit.note });
        break;
      case 'strike_milestone':
      case 'undo_milestone': {
        if (matter.milestones.length === 1) fail('last_milestone', '这是唯一的节点。');
        const [gone] = matter.milestones.splice(at, 1);
        if (gone) matter.gone.unshift({ milestone: gone, reason: edit.reason, by: this.office.me?.name ?? '', on: TODAY });
        break;
      }
      case 'restore_milestone': {
        const back = matter.gone.findIndex((gone) => gone.milestone.id === edit.milestone);
        matter.milestones.push(...matter.gone.splice(back, 1).map((gone) => gone.milestone));
        break;
      }
      case 'correct':
        this.correct(matter, edit.fields);
        break;
      case 'participants':
        matter.clients = edit.participants.map(({ client, role }) => ({ client: makeClient(Number(client.slice(1))), role }));
        break;
      case 'strike':
        matter.struck = { ...this.row(matter), on: TODAY, by: this.office.me?.name ?? '', reason: edit.reason, until: addDays(TODAY, 30) };
        break;
      case 'restore':
        matter.struck = null;
        break;
    }
    return this.written(matter, `已更正${name}`);
  }

  private correct(matter: Kept, values: Record<string, unknown>) {
    const { no, severity, handler, department, ...rest } = values;
    if (no !== undefined) matter.no = String(no);
    if (severity !== undefined) matter.severity = severity as string | null;
    if (handler !== undefined) matter.handler = handler as string | null;
    if (department !== undefined) matter.department = department as string | null;
    Object.assign(matter.fields, rest);
  }

  private written(matter: Kept, line: string): MatterWritten {
    return { matter: matter.id, no: matter.no, client: matter.clients[0]?.client.id ?? null, milestone: null, line, changed: ['matter', 'task', 'client'] };
  }

  page(id: string): MatterPage {
    const matter = this.find(id);
    const row = this.row(matter);
    const known = MATTER_KINDS.find((one) => one.kind === matter.kind)!;
    const text = (value: unknown) => (value === true ? '是' : value === false ? '否' : String(value ?? ''));
    const task = this.office.tasks.find((one) => one.matter?.kind === matter.kind);
    return {
      row,
      participants: matter.clients.map((one) => ({ ...one, role_label: one.role === 'subject' ? '当事人' : '投诉人' })),
      fields: known.fields.map((field) => ({ field, value: matter.fields[field.id] ?? null, text: text(matter.fields[field.id]) })),
      milestones: matter.milestones,
      struck: matter.gone,
      tasks: row.next && task ? [{ ...task, id: row.next.task, due: row.next.due, state: row.next.state, client: row.client, matter: row.matter, because: `${known.label} ${matter.no} 于 ${row.stage_on?.slice(5)} ${row.stage_label},须在 3 个工作日内回访,遇国庆顺延至 ${row.next.due.slice(5)}。依据 002-12-06` }] : [],
      records: [],
      parent: null,
      children: [],
      struck_out: matter.struck,
    };
  }
}

const HANDLED = { sort: 'new', text: '投诉回访:最迟 10-14(周三),电话回访(林晓)', because: '处理完毕后 3 个工作日内,10-09 起第 3 个工作日是 10-14' };

function fail(code: string, detail: string): never {
  throw wireError(code, detail);
}

/** National Day of 2026 and its make-up days, as the shipped table has them. */
const OFF = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'];
const WORK = ['2026-09-20', '2026-10-10'];
const LUNAR = '初一初二初三初四初五初六初七初八初九初十十一十二十三十四十五十六十七十八十九二十廿一廿二廿三廿四廿五廿六廿七廿八廿九三十';

/** The weeks of a month; lunar days are right for the autumn of 2026, which is what is looked at. */
function calendarMonth(month: string): CalendarMonth {
  const first = `${month}-01`;
  const from = addDays(first, 1 - weekday(first));
  const days: CalendarDay[] = [];
  for (let day = from; day < first || day.slice(0, 7) === month || days.length % 7 !== 0; day = addDays(day, 1)) {
    // The eighth lunar month of 2026 begins on 09-11 and has 29 days, the ninth on 10-10 and has thirty.
    const since = (day < '2026-10-10' ? (daysBetween('2026-09-11', day) + 29) % 29 : daysBetween('2026-10-10', day) % 30) * 2;
    const mark = OFF.includes(day) ? 'rest' : WORK.includes(day) ? 'work' : null;
    const name = day === '2026-10-01' ? '国庆节' : day === '2026-10-18' ? '重阳节' : null;
    days.push({ day, lunar: since === 0 ? (day < '2026-10-10' ? '八月' : '九月') : LUNAR.slice(since, since + 2), name, mark, works: mark ? mark === 'work' : weekday(day) < 6 });
  }
  return { month, known: month.startsWith('2026'), days };
}

/** The commands about matters. */
export function matterCommands(office: FakeOffice) {
  const matters = new FakeMatters(office);
  return {
    matter_kinds: (): MatterKinds => ({
      kinds: office.size === 'empty' ? MATTER_KINDS.map((known) => ({ ...known, used: false })) : MATTER_KINDS,
      severities: [{ label: 'normal', value: '一般' }, { label: 'important', value: '重要' }, { label: 'major', value: '重大' }],
      roles: [{ label: 'subject', value: '当事人' }, { label: 'complainant', value: '投诉人' }],
      departments: ['保洁部', '工程部', '客户服务部'],
    }),
    foresee_matter: (wish) => matters.foresee(wish),
    register_matter: (wish) => matters.register(wish),
    foresee_edit: (edit) => matters.foreseeEdit(edit),
    edit_matter: (edit) => matters.edit(edit),
    matter_list: (query) => {
      const rows = matters.rows(query);
      const total = rows.length * matters.times();
      const size = Math.max(0, Math.min(query.limit, total - query.offset));
      const again = (at: number) => (at < rows.length ? rows[at]! : { ...rows[at % rows.length]!, matter: { ...rows[at % rows.length]!.matter, id: `${rows[at % rows.length]!.matter.id}-${at}` } });
      return { total, rows: Array.from({ length: size }, (_, index) => again(query.offset + index)) };
    },
    matter_counts: (query) => {
      const rows = matters.rows({ ...query, stage: null });
      const known = MATTER_KINDS.find((one) => one.kind === query.kind);
      const stages = (known?.milestones ?? []).map((step) => ({ stage: step.kind, label: step.label, ends: step.ends, count: rows.filter((row) => row.stage === step.kind).length * matters.times() }));
      return { total: rows.length * matters.times(), stages };
    },
    matter_page: ({ matter }) => matters.page(matter),
    struck_matters: () => matters.kept.flatMap((matter) => (matter.struck ? [matter.struck] : [])),
    calendar_month: ({ month }) => calendarMonth(month),
  } satisfies Partial<Handlers>;
}
