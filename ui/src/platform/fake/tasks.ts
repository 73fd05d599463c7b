import { addDays } from '../../shared/dates';
import type { CallState, FormField, TaskRow } from '../bindings';
import { earlierTries, NO_CALLS } from './calls';
import { dice, makeClient, STAFF } from './people';

export const TODAY = '2026-10-09';

const field = (id: string, label: string, kind: string, more: Partial<FormField> = {}): FormField => ({
  id,
  label,
  kind,
  levels: [],
  dissatisfied: [],
  required: false,
  required_if: null,
  required_by: [],
  min: null,
  max: null,
  unit: '',
  lines: 1,
  may_be_unanswered: kind !== 'staff',
  hint: '',
  ...more,
});
const rating = (id: string, label: string, required = true): FormField =>
  field(id, label, 'rating', { levels: ['满意', '基本满意', '不满意'], dissatisfied: ['不满意'], required });

type Kind = {
  rule: string;
  title: string;
  matter: { kind: string; label: string; prefix: string } | null;
  channels: string[];
  because: (no: string, start: string, due: string) => string;
  clause: string;
  facts: string[];
  within: number;
  fields: FormField[];
};

export const KINDS: Kind[] = [
  {
    rule: 'complaint',
    title: '投诉回访',
    matter: { kind: 'complaint', label: '投诉', prefix: 'TS26' },
    channels: ['phone', 'home_visit'],
    because: (no, start, due) => `投诉 ${no} 于 ${start} 处理完毕,须在 3 天内回访,最迟 ${due}。`,
    clause: '002-12-06',
    facts: ['电梯故障 · 重要', '门禁失灵 · 一般', '楼上漏水 · 重要', '噪声扰民 · 一般', '公共区域照明 · 一般'],
    within: 3,
    fields: [
      rating('timely', '处理及时性'),
      rating('effect', '处理效果'),
      field('cause', '不满意的原因', 'text', { required_if: 'effect', hint: '照客户说的写' }),
      field('again', '是否要再上门', 'yes_no'),
    ],
  },
  {
    rule: 'repair',
    title: '维修回访',
    matter: { kind: 'repair', label: '维修', prefix: 'WX26' },
    channels: ['phone'],
    because: (no, start, due) => `维修 ${no} 于 ${start} 完成(重大),须在 1 个工作日内回访,最迟 ${due}。`,
    clause: '003-04-19',
    facts: ['渗漏水 · 有偿', '下水道堵塞 · 无偿', '电路跳闸 · 有偿', '水龙头更换 · 有偿'],
    within: 1,
    fields: [rating('timely', '维修及时性'), rating('effect', '维修效果'), field('note', '补充说明', 'text')],
  },
  {
    rule: 'special_service',
    title: '特约服务回访',
    matter: { kind: 'special_service', label: '特约服务', prefix: 'TY26' },
    channels: ['phone', 'wechat'],
    because: (no, start, due) => `特约服务 ${no} 于 ${start} 结束,须在 10 天内回访,最迟 ${due}。`,
    clause: '002-12-12',
    facts: ['空调清洗', '家政保洁', '家电维修'],
    within: 10,
    fields: [rating('overall', '总体评价'), field('use_again', '下次还用吗', 'yes_no', { required: true })],
  },
  {
    rule: 'move_in',
    title: '入伙走访',
    matter: { kind: 'move_in', label: '入伙', prefix: 'RH26' },
    channels: ['home_visit', 'phone'],
    because: (_no, start, due) => `${start} 入伙,须在 1 个月内拜访(最迟不超过 3 个月),最迟 ${due}。`,
    clause: '002-12-16',
    facts: ['抽中 60% 拜访名单', '装修中'],
    within: 30,
    fields: [
      rating('service', '物业服务'),
      field('plan', '装修打算', 'choice', { levels: ['已装修', '正在装修', '暂不装修'] }),
      field('move_day', '预计入住', 'date'),
      field('topics', '关心的事', 'choices', { levels: ['停车', '电梯', '安全', '绿化', '收费'] }),
      field('people', '常住人数', 'number', { min: 0, max: 30, unit: '人' }),
      field('words', '业主的建议', 'text', { lines: 3 }),
      field('guide', '陪同的同事', 'staff'),
      field('seen', '现场照片', 'photo'),
      field('signed', '业主签名', 'signature', { required_by: ['home_visit'] }),
    ],
  },
];

/** What the fake office has to do: the n-th task. */
export function makeTask(index: number, clients: number): TaskRow {
  const roll = dice(index * 104_729 + 5);
  const kind = KINDS[index === 1 ? 1 : roll(KINDS.length)] ?? KINDS[0]!;
  const client = makeClient(index === 1 ? 1 : 1 + ((index * 13) % clients));
  const away = index < 3 ? [-2, 0, 0][index]! : SPREAD[index % SPREAD.length]!;
  const due = addDays(TODAY, away);
  const start = addDays(due, -kind.within);
  const no = kind.matter ? `${kind.matter.prefix}${String(1000 + index)}` : '';
  const tries = roll(4) === 0 ? 1 + roll(2) : index % 17 === 6 ? 1 : 0;
  const who = STAFF[[0, 0, 1, 3, 2][roll(5)]!]!;
  const named = index === 1 || roll(4) !== 0;
  return {
    id: `t${index}`,
    pack: '002-12',
    rule: kind.rule,
    title: kind.title,
    client,
    matter: kind.matter && { id: `m${index}`, kind: kind.matter.kind, kind_label: kind.matter.label, no },
    step: 1,
    need: 0,
    have: 0,
    opens: start,
    due: index === 1 ? `${due}T17:00` : due,
    latest: kind.rule === 'move_in' ? addDays(due, 60) : null,
    state: away < 0 ? 'overdue' : start > TODAY ? 'waiting' : 'open',
    days_over: Math.max(0, -away),
    because: `${kind.because(no, start.slice(5), due.slice(5))}依据 ${kind.clause}`,
    detail: kind.facts[roll(kind.facts.length)] ?? '',
    action: 'contact',
    settled_by: 'record',
    channels: kind.channels,
    assignee: named ? who.name : `${who.role}(待分派)`,
    assignee_id: named ? who.id : null,
    stands_in_for: null,
    tries,
    again_on: index % 17 === 6 ? `${TODAY}T15:00` : null,
    call: callOf(index, tries),
    together: 0,
    unsigned: null,
    guessed: due > '2026-12-31',
  };
}

/** Some were promised an hour of today; some wish to be rung in the afternoon; some were tried before. */
function callOf(index: number, tries: number): CallState {
  if (index % 17 === 6) return { ...NO_CALLS, tried: '2026-10-08T16:10', outcome: 'call_back', next: `${TODAY}T15:00`, waits: true, promised: true };
  return { ...earlierTries(tries), ring_from: index % 9 === 4 ? `${TODAY}T14:00` : null };
}

const SPREAD = [0, 0, 1, 3, 0, 5, -1, 0, 7, 2, 0, 14, 0, -4, 21, 6, 0, 30, 4, 95];

export const WHY_NOT = [
  { pack: '002-12', rule: 'festival', title: '节日拜访', on_list: false, text: '中秋拜访已于 09-24 完成;下一次春节 2027-02-06,从 02-01 起列入。' },
  { pack: '002-12', rule: 'incident', title: '突发事件回访', on_list: false, text: '没有与这位住户有关的突发事件。' },
  { pack: '002-12', rule: 'vip', title: '大客户季度拜访', on_list: false, text: '不属于分类“大客户”。' },
];
