import { addDays } from '../../shared/dates';
import type { Backlog, Changed, HolidayTable, PackBrief, PackCheck, PackComparison, PackText, PackWritten, ParamRow, PolicyChange, PolicyPreview, PreviewRow } from '../bindings';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';
import { makeClient } from './people';
import { LINES, OTHER_TITLES, PARAMS, SECTORS, SOURCE } from './policyTexts';
import { TODAY } from './tasks';

type Commands = 'pack_list' | 'pack_text' | 'find_packs' | 'preview_policy' | 'change_policy' | 'compare_packs' | 'copy_pack' | 'pack_source' | 'check_pack' | 'save_pack' | 'delete_pack' | 'export_pack' | 'import_pack' | 'holidays' | 'read_holidays' | 'backlog' | 'waive_backlog' | 'undo_waiver';

const brief = (id: string, title: string, sector: string, more: Partial<PackBrief> = {}): PackBrief => ({ id, title, sector, effective_from: null, paused_from: null, state: 'off', own: false, copied_from: null, runs: 27, asks: 7, shows: 3, ...more });

/** The packs and what was set about them, in memory. */
class FakePolicies {
  packs: PackBrief[];
  values: { [pack: string]: { [name: string]: unknown } } = {};
  years: HolidayTable[] = [
    { year: 2027, known: false, own: false, days: [] },
    { year: 2026, known: true, own: false, days: [...Array.from({ length: 7 }, (_, index) => ({ day: `2026-10-0${index + 1}`, name: '国庆节', works: false })), { day: '2026-10-10', name: '国庆节', works: true }] },
  ];
  overdue: number;
  waivers: Backlog['waivers'] = [];

  constructor(size: FakeOffice['size']) {
    const some = [
      brief('002-12', '物业分级投诉、维修、活动回访', 'property', { effective_from: '2026-07-01', state: 'on' }),
      brief('003-04', '办公大楼物业客户回访制度', 'property', { effective_from: '2026-07-01', paused_from: '2026-10-01', state: 'paused', runs: 22, asks: 5, shows: 2 }),
      brief('001-01', '口腔科回访预约制度', 'dental', { runs: 17, asks: 2, shows: 1 }),
      brief('001-04', '出院病人回访制度', 'hospital', { runs: 16, asks: 3, shows: 1 }),
      brief('000-06', '物业公司客户回访制度(一)', 'property', { runs: 21, asks: 4, shows: 2 }),
    ];
    const others = Array.from({ length: 71 }, (_, index) => brief(`00${index % 5}-${20 + index}`, OTHER_TITLES[index % OTHER_TITLES.length]!, SECTORS[index % SECTORS.length]!));
    this.packs = size === 'empty' ? [] : size === 'many' ? [...some, ...others] : some;
    this.overdue = size === 'empty' ? 0 : 12;
  }

  pack(id: string): PackBrief {
    const found = this.packs.find((pack) => pack.id === id);
    if (!found) throw wireError('not_found', `没有找到制度包 ${id}`);
    return found;
  }

  params(id: string): ParamRow[] {
    const set = this.values[id] ?? {};
    return PARAMS.map((param) => (param.name in set ? { ...param, value: set[param.name], value_words: String(set[param.name]), set: true } : param));
  }

  text(id: string): PackText {
    const pack = this.pack(id);
    const isFollowed = pack.state !== 'off';
    const versions = isFollowed ? [{ from: pack.effective_from!, until: pack.paused_from, values: [] }] : [];
    return { brief: pack, lines: [{ kind: 'title', text: `${id} ${pack.title}`, clauses: [], how: '', stories: [] }, ...LINES], params: this.params(id), overrides: [], versions, newer_text: false, classes: ['特殊关怀', 'A1'], forms: [{ id: 'record', title: '回访记录表' }, { id: 'visit', title: '入伙走访表' }] };
  }

  change({ act, pack, from, values, holidays }: PolicyChange): Changed {
    if (holidays) {
      this.years = this.years.map((year) => (year.year === holidays.year ? { ...holidays, known: holidays.days.length > 0, own: holidays.days.length > 0 } : year));
      return { changed: ['office', 'task'], line: `${holidays.year} 年的放假安排已保存` };
    }
    const found = this.pack(pack!);
    if (act === 'pause') Object.assign(found, { paused_from: from, state: from! > TODAY ? 'ending' : 'paused' });
    if (act === 'enable') Object.assign(found, { effective_from: found.effective_from ?? from, paused_from: null, state: from! > TODAY ? 'coming' : 'on' });
    this.values[found.id] = { ...this.values[found.id], ...values };
    return { changed: ['pack', 'task', 'office'], line: act === 'pause' ? `已停用,自 ${from} 起:撤回 41 件` : `已启用,自 ${from} 起:新增 312 件` };
  }
}

const rows = (count: number, because: string): PreviewRow[] =>
  Array.from({ length: Math.min(count, 20) }, (_, index) => ({ task: `p${index}`, client: makeClient(index + 1).name, no: `TS2610${10 + index}`, title: '投诉回访', was: null, due: addDays(TODAY, index), because }));

function preview({ act, values }: PolicyChange, isEmpty: boolean): PolicyPreview {
  const bad = PARAMS.filter((param) => param.name in values && (param.kind === 'span' ? !/^\d+ /.test(String(values[param.name])) : values[param.name] === ''));
  if (bad.length > 0) throw { ...wireError('param_invalid', '参数还不能用'), params: { params: bad.map(({ name, label }) => ({ name, label, text: '应是一段时间,如 3 days、1 month' })) } };
  const list = (count: number, because: string) => ({ count: isEmpty ? 0 : count, rows: isEmpty ? [] : rows(count, because) });
  const then = [22, 34, 40, 61, 33, 26, 30, 20, 18, 24, 12, 9, 14];
  const load = (count: number) => (isEmpty ? 0 : count);
  return {
    new: list(act === 'enable' ? 312 : 0, '投诉 TS261010 于 10-06 处理完毕,须在 3 天内回访,最迟 10-09。依据 002-12-03'),
    moved: list(act === 'params' ? 8 : 0, '报修 WX261010 于 10-06 完成,须在 5 天内回访,最迟 10-11。依据 002-12-09'),
    withdrawn: list(act === 'pause' ? 41 : 0, '本制度自 2026-10-09 起停用'),
    left_alone: list(4, '已由周敏改期到 10-20'),
    reworded: 0,
    backlog: load(act === 'enable' ? 5 : 0),
    failures: 0,
    weeks: then.map((count, index) => ({ week: 41 + index, monday: addDays('2026-10-05', index * 7), now: load(act === 'enable' ? Math.floor(count / 4) : count), then: load(act === 'pause' ? Math.floor(count / 5) : count) })),
    people: isEmpty ? [] : [{ who: '林晓', now: 40, then: 131, busiest: 24 }, { who: '孙丽', now: 22, then: 96, busiest: 19 }, { who: '客服部主管', now: 18, then: 52, busiest: 11 }],
  };
}

function compared(left: PackBrief, right: PackBrief): PackComparison {
  const said = (...parts: [string, boolean][]) => parts.map(([text, same]) => ({ text, same }));
  const all: PackComparison['rows'] = [
    { kind: 'rule', title: '投诉回访', state: 'differs', silently: false, left: said(['投诉回访:', true], ['投诉处理完毕后 3 天内回访;', false], ['由物业助理。', true]), right: said(['投诉回访:', true], ['投诉处理完毕后 3 个工作日内回访;', false], ['由物业助理。', true]) },
    { kind: 'rule', title: '维修回访', state: 'same', silently: false, left: said(['维修回访:维修完成后 1 个月内回访。', true]), right: said(['维修回访:维修完成后 1 个月内回访。', true]) },
    { kind: 'rule', title: '节日拜访', state: 'left', silently: false, left: said(['节日拜访:春节、中秋节前 7 天起对特殊关怀客户拜访。', true]), right: [] },
    { kind: 'target', title: '投诉回访率', state: 'right', silently: false, left: [], right: said(['投诉回访率不低于 100%。', true]) },
  ];
  return { left: left.title, right: right.title, same: 1, differs: 1, only_left: 1, only_right: 1, rows: all };
}

function checked(text: string): PackCheck {
  const at = text.split('\n').findIndex((line) => line.includes('soon'));
  if (at >= 0) return { problems: [{ line: at + 1, column: 10, expected: 'within 应是一段时间,如 "3 days"', found: 'soon' }], stories: [] };
  return { problems: [], stories: text.includes('"5 days"') ? ['stories/complaint.md: 「一般投诉」第 7 行:应为 10-03 到期,实为 10-05'] : [] };
}

/** The commands about policies. */
export function policyCommands(office: FakeOffice): Pick<Handlers, Commands> {
  const policies = new FakePolicies(office.size);
  const sources: { [id: string]: string } = {};
  const written = (id: string, line: string): PackWritten => ({ id, changed: ['pack'], line });
  const source = (id: string) => sources[id] ?? SOURCE.replace('002-12', id);
  return {
    pack_list: () => policies.packs,
    pack_text: ({ id }) => policies.text(id),
    find_packs: ({ find }) => {
      const line = LINES.find(({ text }) => text.includes(find))?.text ?? '';
      const isNamed = ({ id, title }: PackBrief) => id.includes(find) || title.includes(find);
      return policies.packs.filter((pack) => isNamed(pack) || (line !== '' && pack.id < '003')).map((pack) => ({ id: pack.id, line: isNamed(pack) ? '' : line }));
    },
    preview_policy: (change) => preview(change, office.size === 'empty'),
    change_policy: (change) => policies.change(change),
    compare_packs: ({ left, right }) => compared(policies.pack(left), policies.pack(right)),
    copy_pack: ({ id, new_id, title }) => {
      if (policies.packs.some((pack) => pack.id === new_id)) throw wireError('pack_id_taken', `已有编号为 ${new_id} 的制度,请换一个编号`);
      policies.packs.push({ ...policies.pack(id), id: new_id, title, own: true, copied_from: id, state: 'off', effective_from: null, paused_from: null });
      return written(new_id, `已复制为「${title}」`);
    },
    pack_source: ({ id }) => ({ id, text: source(id), own: policies.pack(id).own, stories: ['complaint.md'] }),
    check_pack: ({ text }) => checked(text),
    save_pack: ({ id, text }) => {
      sources[id] = text;
      return written(id, `已保存「${policies.pack(id).title}」`);
    },
    delete_pack: ({ id }) => {
      policies.packs = policies.packs.filter((pack) => pack.id !== id);
      return { changed: ['pack'], line: `已删除 ${id}` };
    },
    export_pack: ({ path }) => ({ path, rows: 2 }),
    import_pack: () => {
      policies.packs.push(brief('002-12-海棠', '海棠苑投诉回访', 'property', { own: true }));
      return written('002-12-海棠', '已导入「海棠苑投诉回访」');
    },
    holidays: () => policies.years,
    read_holidays: () => ({ year: 2027, known: true, own: true, days: [{ day: '2027-01-01', name: '元旦', works: false }, { day: '2027-02-06', name: '春节', works: true }] }),
    backlog: () => ({ count: policies.overdue, rows: rows(policies.overdue, ''), waivers: policies.waivers }),
    waive_backlog: ({ reason }) => {
      policies.waivers = [{ id: '1', on: TODAY, by: office.me?.name ?? '', approver: '周敏', reason, count: policies.overdue, undone: false }];
      const line = `已免访 ${policies.overdue} 件,可以整批撤回`;
      policies.overdue = 0;
      return { changed: ['decision', 'task'], line };
    },
    undo_waiver: () => {
      policies.overdue = policies.waivers[0]?.count ?? 0;
      policies.waivers = policies.waivers.map((waiver) => ({ ...waiver, undone: true }));
      return { changed: ['decision', 'task'], line: `已撤回,${policies.overdue} 件重新列出` };
    },
  };
}
