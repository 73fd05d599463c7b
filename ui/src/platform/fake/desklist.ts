import { addDays } from '../../shared/dates';
import type { AbsenceBrief, CoachLine, DecideMany, FilterCondition, FilterField, RecentAct, RoundBrief, RoundVisit, SavedView, TaskRow, ViewFilter, WorklistQuery } from '../bindings';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';
import { STAFF } from './people';
import { TODAY } from './tasks';

/** A round of the fake office with the tasks of its rows. */
type FakeRound = { brief: RoundBrief; rows: string[][] };
type FakeBulk = { act: string; what: string; undone: boolean; before: TaskRow[]; at: string; by: string };

/** The team's list of the fake office: leave, views, bulk, rounds. */
export class FakeDesklist {
  readonly absences: AbsenceBrief[] = [];
  readonly bulks: FakeBulk[] = [];
  readonly rounds: FakeRound[] = [];
  views: SavedView[] = [];
  private last = 0;

  constructor(readonly office: FakeOffice) {
    if (office.size === 'empty') return;
    this.views = [this.view('v1', '三号楼', { all: true, conditions: [{ field: 'place', relation: 'begins', values: ['3栋'] }] }, '满足全部:楼栋/处所 开头是 3栋')];
    this.keepRound('s1', null);
  }

  next(): string {
    return String(++this.last);
  }

  private view(view: string, name: string, filter: ViewFilter, sentence: string): SavedView {
    return { view, name, filter, sentence, count: 0 };
  }

  openTasks(): TaskRow[] {
    return this.office.tasks.filter((task) => this.office.isOpen(task)).map((task) => this.standIn(task));
  }

  /** The row as the list shows it today: whoever is away is stood in for. */
  standIn(task: TaskRow): TaskRow {
    const absence = this.absences.find((known) => known.today && known.staff === task.assignee_id);
    if (!absence) return task;
    const by = STAFF.find((person) => person.name === absence.substitute);
    return by ? { ...task, assignee: by.name, assignee_id: by.id, stands_in_for: absence.name } : { ...task, assignee: `${absence.name}不在岗(待分派)`, assignee_id: null };
  }

  has(task: TaskRow, whose: string): boolean {
    if (whose === 'mine') return task.assignee_id !== null && task.assignee_id === this.office.me?.id;
    if (whose === 'unassigned') return task.assignee_id === null;
    return whose !== 'no_phone' || (task.channels[0] === 'phone' && task.client !== null && task.client.phone === null);
  }

  fits(task: TaskRow, filter: ViewFilter | null): boolean {
    if (filter === null || filter.conditions.length === 0) return true;
    const held = filter.conditions.map((condition) => holds(task, condition));
    return filter.all ? held.every(Boolean) : held.some(Boolean);
  }

  keepRound(staff: string | null, on: string | null) {
    const tasks = this.openTasks().filter((task) => task.channels.includes('home_visit') && (staff === null || task.assignee_id === staff));
    const rows: string[][] = [];
    const places = new Map<string, number>();
    for (const task of tasks.slice(0, 8)) {
      const at = places.get(task.client?.id ?? task.id);
      if (at !== undefined) rows[at]!.push(task.id);
      else places.set(task.client?.id ?? task.id, rows.push([task.id]) - 1);
    }
    const person = STAFF.find((known) => known.id === staff);
    const brief = { round: `round${this.next()}`, person: person?.name ?? '客服专员(待分派)', staff: person?.id ?? null, printed_on: TODAY, on, visits: rows.length, entered: 0 };
    this.rounds.unshift({ brief, rows });
    return rows.map((ids, index) => ({ person: brief.person, number: index + 1, client: this.office.task(ids[0]!).client?.id ?? null, tasks: ids }));
  }

  private recordOf(tasks: string[]) {
    return this.office.records.find((kept) => !kept.brief.voided && kept.brief.channel === 'home_visit' && kept.tasks.some((task) => tasks.includes(task)));
  }

  brief(round: FakeRound): RoundBrief {
    return { ...round.brief, entered: round.rows.filter((tasks) => this.recordOf(tasks)).length };
  }

  rowsOf(round: FakeRound): RoundVisit[] {
    return round.rows.map((tasks, index) => {
      const kept = this.recordOf(tasks);
      const open = tasks.filter((task) => this.office.isOpen(this.office.task(task)));
      const forms = open.flatMap((task) => this.office.detail(task).forms.filter((form) => form.task === task));
      return {
        number: index + 1,
        client: this.office.task(tasks[0]!).client,
        forms,
        titles: tasks.map((task) => this.office.task(task).title),
        record: kept?.brief.id ?? null,
        outcome: kept?.brief.outcome ?? null,
        note: kept?.brief.note ?? '',
      };
    });
  }

  decideMany({ act, tasks, day, to, approver, reason }: DecideMany) {
    if (act === 'waive' && !approver) throw wireError('approver_missing', '免访须经批准,请写明由谁批准');
    const rows = tasks.map((task) => this.office.task(task));
    const late = rows.find((row) => act === 'reschedule' && row.latest !== null && day !== null && day > row.latest);
    if (late && !approver) throw wireError('past_latest', `制度规定最迟 ${late.latest},改到 ${day} 须经批准。`);
    const before = rows.map((row) => ({ ...row }));
    const person = STAFF.find((known) => known.id === to);
    for (const row of rows) {
      if (act === 'waive') row.state = 'waived';
      if (act === 'reassign') Object.assign(row, { assignee: person?.name, assignee_id: to });
      if (act === 'reschedule') Object.assign(row, { due: day, state: 'open', days_over: 0 });
    }
    const what = { waive: '免访', reassign: `改由 ${person?.name} 负责`, reschedule: `改期到 ${day}` }[act] ?? reason;
    const bulk = { act: this.next(), what, undone: false, before, at: '09:30', by: this.office.me?.name ?? '' };
    this.bulks.unshift(bulk);
    return { act: bulk.act, count: rows.length, changed: ['decision', 'task'], line: `${rows.length} 件${what}` };
  }

  acts(): RecentAct[] {
    const state = (undone: boolean) => (undone ? 'undone' : 'open');
    const bulks = this.bulks.map((bulk) => ({ act: bulk.act, at: bulk.at, by: bulk.by, what: `${bulk.before.length} 件 · ${bulk.what}`, state: state(bulk.undone) }));
    const records = this.office.records.map(({ brief, tasks }) => ({ act: brief.id, at: '09:25', by: brief.by, what: `${this.office.task(tasks[0]!).client?.name} · ${brief.titles.join('、')}`, state: state(brief.voided) }));
    return [...bulks, ...records].slice(0, 20);
  }

  undo(act: string) {
    const bulk = this.bulks.find((known) => known.act === act);
    if (!bulk) return this.office.void(act);
    if (bulk.undone) throw wireError('act_undone', '这个操作已经撤销过');
    bulk.undone = true;
    for (const was of bulk.before) Object.assign(this.office.task(was.id), was);
    return { changed: ['decision', 'task'], line: `已撤销,${bulk.before.length} 件恢复原样` };
  }

  coach(): CoachLine[] {
    const complaints = this.office.tasks.filter((task) => task.rule === 'complaint').slice(0, 50);
    const done = complaints.filter((task) => task.state === 'done').length;
    const open = complaints.filter((task) => this.office.isOpen(task)).sort((a, b) => (a.due < b.due ? -1 : 1));
    if (open.length === 0) return [];
    const missing = Math.ceil(complaints.length * 0.7) - done;
    const text = `本月投诉回访率 ${Math.round((done / complaints.length) * 100)}%(${done}/${complaints.length}),再回访 ${missing} 件达到 70%`;
    return [{ target: '002-12/投诉回访率', text, numerator: done, denominator: complaints.length, missing, tasks: open.map((task) => task.id), clauses: ['002-12-03'] }];
  }

  fields(): FilterField[] {
    const field = (name: string, kind: string, relations: string[], choices: [string, string][] = []) => ({ field: name, kind, relations, choices: choices.map(([value, label]) => ({ value, label })) });
    const rules = new Map(this.office.tasks.map((task) => [`${task.pack}/${task.rule}`, task.title]));
    const staff = STAFF.map((person): [string, string] => [person.id, `${person.name} · ${person.role}`]);
    return [
      field('pack', 'choices', ['is', 'is_not'], [['002-12', '物业分级投诉、维修、活动回访']]),
      field('rule', 'choices', ['is', 'is_not'], [...rules]),
      field('assignee', 'choices', ['is', 'is_not'], [...staff, ['', '待分派']]),
      field('place', 'text', ['begins', 'contains', 'contains_not']),
      field('class', 'choices', ['is', 'is_not'], ['独居老人', '新入伙', '特殊关怀', 'VIP', '租户'].map((name) => [name, name])),
      field('due', 'number', ['within_days', 'over_days', 'after_days']),
      field('channel', 'choices', ['is', 'is_not'], [['phone', '电话'], ['home_visit', '上门']]),
      field('tries', 'number', ['at_least', 'at_most']),
    ];
  }
}

function holds(task: TaskRow, { field, relation, values }: FilterCondition): boolean {
  const codes: Record<string, string[]> = {
    pack: [task.pack],
    rule: [`${task.pack}/${task.rule}`],
    assignee: [task.assignee_id ?? ''],
    class: task.client?.tags ?? [],
    channel: [task.channels[0] ?? 'phone'],
  };
  const mine = codes[field];
  if (mine) return mine.some((code) => values.includes(code)) === (relation === 'is');
  const value = values[0] ?? '';
  const place = task.client?.place ?? '';
  const due = task.due.slice(0, 10);
  const tests: Record<string, () => boolean> = {
    begins: () => place.startsWith(value),
    contains: () => place.includes(value),
    contains_not: () => !place.includes(value),
    within_days: () => due <= addDays(TODAY, Number(value)),
    over_days: () => due <= addDays(TODAY, -Number(value)) && due < TODAY,
    after_days: () => due > addDays(TODAY, Number(value)),
    at_least: () => task.tries >= Number(value),
    at_most: () => task.tries <= Number(value),
  };
  return tests[relation]?.() ?? false;
}

type DesklistCommand = 'worklist_whose' | 'worklist_ids' | 'filter_fields' | 'saved_views' | 'save_view' | 'delete_view' | 'decide_many' | 'recent_acts' | 'undo_act' | 'absences' | 'set_absence' | 'void_absence' | 'coach' | 'rounds' | 'round_sheet';

/** The commands of the team's list; `rowsOf` is everything that a query lists, whoever's it is. */
export function desklistCommands(office: FakeOffice, rowsOf: (query: WorklistQuery) => TaskRow[]): Pick<Handlers, DesklistCommand> {
  const list = office.desklist;
  return {
    worklist_whose: (query) => {
      const rows = rowsOf({ ...query, whose: 'all' });
      const count = (whose: string) => rows.filter((task) => list.has(task, whose)).length;
      return { all: rows.length, mine: count('mine'), unassigned: count('unassigned'), no_phone: count('no_phone') };
    },
    worklist_ids: (query) => ({ tasks: rowsOf(query).map((task) => task.id) }),
    filter_fields: () => list.fields(),
    saved_views: () => list.views.map((view) => ({ ...view, count: list.openTasks().filter((task) => list.fits(task, view.filter)).length })),
    save_view: ({ view, name, filter }) => {
      const kept = { view: view ?? `v${list.next()}x`, name, filter, sentence: `满足${filter.all ? '全部' : '任一'}:${filter.conditions.map(({ field, values }) => `${field} ${values.join('、')}`).join(';')}`, count: 0 };
      list.views = view === null ? [...list.views, kept] : list.views.map((old) => (old.view === view ? kept : old));
      return { view: kept.view, changed: ['view'], line: `已保存视图「${name}」` };
    },
    delete_view: ({ view }) => {
      list.views = list.views.filter((old) => old.view !== view);
      return { changed: ['view'], line: '已删除视图' };
    },
    decide_many: (wish) => list.decideMany(wish),
    recent_acts: () => list.acts(),
    undo_act: ({ act }) => list.undo(act),
    absences: () => list.absences,
    set_absence: ({ staff, from, to, weekdays, substitute, reason }) => {
      const name = (id: string | null) => STAFF.find((person) => person.id === id)?.name ?? null;
      if (staff === substitute) throw wireError('own_substitute', '自己不能代自己,请另选一位');
      const today = from <= TODAY && (to === null || to >= TODAY) && (weekdays.length === 0 || weekdays.includes(5));
      list.absences.push({ absence: `a${list.next()}`, staff, name: name(staff) ?? staff, from, to, weekdays, substitute: name(substitute), reason, today });
      return { changed: ['staff', 'task'], line: `已登记${name(staff)}不在岗` };
    },
    void_absence: ({ absence }) => {
      const [gone] = list.absences.splice(list.absences.findIndex((known) => known.absence === absence), 1);
      return { changed: ['staff', 'task'], line: `${gone?.name}已恢复在岗` };
    },
    coach: () => list.coach(),
    rounds: () => list.rounds.map((round) => list.brief(round)),
    round_sheet: ({ round }) => {
      const found = list.rounds.find(({ brief }) => brief.round === round);
      if (!found) throw wireError('not_found', '没有找到回访单');
      return { round: list.brief(found), rows: list.rowsOf(found) };
    },
  };
}
