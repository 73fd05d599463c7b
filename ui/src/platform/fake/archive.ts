import type { ClientArchive, ClientBrief, ClientChange, ClientChecks, ClientEdit, ClientFieldBrief, ClientForm, Doubt, DuplicatePair, MergeLook } from '../bindings';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';
import { makeClient } from './people';

type Commands = 'client_form' | 'check_client' | 'save_client' | 'own_fields' | 'save_own_fields' | 'client_archive' | 'join_household' | 'leave_household' | 'void_call' | 'duplicates' | 'compare_clients' | 'merge_clients' | 'part_clients' | 'doubts' | 'accept_doubt' | 'drop_accepted_doubt';

const SECTOR: ClientFieldBrief[] = [
  { code: 'area', label: '面积', kind: 'text', choices: [], own: false },
  { code: 'special_care', label: '特殊关怀', kind: 'choice', choices: ['独居老人', '残疾人', '孕产妇'], own: false },
  { code: 'remark', label: '备注', kind: 'text', choices: [], own: false },
];

/** The archive by hand over the fake office: what is written is kept and shown again. */
export function archiveCommands(office: FakeOffice): Pick<Handlers, Commands> {
  const saved = new Map<string, ClientEdit>();
  const changes = new Map<string, ClientChange[]>();
  const households: string[][] = [['c1', 'c3']];
  const accepted = new Set<string>();
  let merged: { keep: string; gone: string } | null = null;
  let own: ClientFieldBrief[] = [{ code: 'own_car', label: '车牌', kind: 'text', choices: [], own: true }];
  let lastNew = 900;
  const brief = (id: string): ClientBrief => {
    const client = makeClient(Number(id.slice(1)));
    const edit = saved.get(id);
    return edit ? { ...client, name: edit.name, no: edit.no || null, place: edit.place || null, phone: edit.contacts[0]?.phones || null } : client;
  };
  const editOf = (id: string): ClientEdit => {
    const client = makeClient(Number(id.slice(1)));
    const contacts = [
      { relation: '', name: '', phones: client.phone ?? '', wechat: '', do_not_contact: false },
      ...(id === 'c1' ? [{ relation: '女儿', name: '欧阳敏', phones: '13998765432', wechat: '', do_not_contact: false }] : []),
    ];
    return { ...blank(own), client: id, name: client.name, no: client.no ?? '', place: client.place ?? '', contacts, classes: client.tags, assignee: 's1', since: '2021-06-01' };
  };
  const membersOf = (id: string) => (households.find((house) => house.includes(id)) ?? []).filter((other) => other !== id);
  const pairs = () => pairsOf(office, brief);
  const doubts = () => doubtsOf(office, brief);
  return {
    client_form: ({ client }): ClientForm => ({
      edit: client ? (saved.get(client) ?? editOf(client)) : { ...blank(own), since: '2026-10-09' },
      fields: [...SECTOR, ...own],
      classes: ['独居老人', '新入伙', '特殊关怀', 'VIP'],
      relations: ['配偶', '儿子', '女儿', '租客', '联系人'],
      held: [],
    }),
    check_client: (edit) => check(edit),
    save_client: (edit) => {
      if (edit.name.trim() === '') throw wireError('client_name_missing', '请填写姓名');
      const id = edit.client ?? `c${++lastNew}`;
      const was = edit.client ? (saved.get(id) ?? editOf(id)) : null;
      saved.set(id, { ...edit, client: id });
      const line = { at: '2026-10-09 09:30', by: office.me?.name ?? '', what: was ? '修改' : '建档', reason: '' };
      const phones = (of: ClientEdit | null) => of?.contacts[0]?.phones ?? '';
      const differing: [string, string, string][] = [
        ['姓名', was?.name ?? '', edit.name],
        ['本人电话', phones(was), phones(edit)],
        ['房号', was?.place ?? '', edit.place],
      ];
      const made = differing.filter(([, from, to]) => from !== to).map(([label, from, to]) => ({ ...line, label, from, to }));
      changes.set(id, [...made, ...(changes.get(id) ?? [])]);
      return { client: id, changed: ['client', 'task'], line: `${was ? '已保存' : '已建档'}:${edit.name}` };
    },
    own_fields: () => ({ fields: own }),
    save_own_fields: ({ fields }) => {
      own = fields.map((field, index) => ({ ...field, code: field.code || `own_${index}` }));
      return { changed: ['office', 'client'], line: `已保存 ${own.length} 个自设栏目` };
    },
    client_archive: ({ client }): ClientArchive => ({
      household: membersOf(client).map(brief),
      suggested: client === 'c1' && !membersOf('c1').includes('c8') ? [{ client: brief('c8'), why: '同一电话' }] : [],
      halt: client === 'c2' ? { act: 'do_not_contact', since: '2026-10-08', until: null, by: '周敏', reason: '本人来电要求', tasks: 2 } : null,
      merges: merged?.keep === client ? [{ merge: '1', name: brief(merged.gone).name, at: '2026-10-09 09:30', by: office.me?.name ?? '' }] : [],
      places: client === 'c1' ? [{ label: '5栋2单元0301', value: '至 2021-06-01' }] : [],
      changes: [...(changes.get(client) ?? []), { at: '2026-10-01 09:15', by: '周敏', what: '导入 业主档案.xlsx', label: '建档', from: '', to: brief(client).name, reason: '' }],
    }),
    join_household: ({ clients }) => {
      const house = households.find((known) => clients.some((id) => known.includes(id)));
      if (house) house.push(...clients.filter((id) => !house.includes(id)));
      else households.push([...clients]);
      return { changed: ['client', 'task'], line: `已合为一户:${clients.map((id) => brief(id).name).join('、')}` };
    },
    leave_household: ({ client }) => {
      const at = households.findIndex((house) => house.includes(client));
      if (at >= 0) households[at] = households[at]!.filter((id) => id !== client);
      return { changed: ['client', 'task'], line: `${brief(client).name} 已移出同户` };
    },
    void_call: ({ record }) => office.void(record),
    duplicates: () => {
      const open = pairs().filter((pair) => !accepted.has(pair.doubt) && pair.b.id !== merged?.gone);
      return { total: open.length, pairs: open };
    },
    compare_clients: ({ a, b }): MergeLook => {
      const [one, other] = [brief(a), brief(b)];
      const row = (field: string, label: string, left: string, right: string) => ({ field, label, a: left, b: right, differs: left !== right, choose: left === '' ? 'b' : 'a' });
      return {
        a: one,
        b: other,
        rows: [row('name', '姓名', one.name, other.name), row('no', '编号', one.no ?? '', other.no ?? ''), row('place', '房号', one.place ?? '', other.place ?? ''), row('born', '出生日期', '', '1962-04-05'), row('sex', '性别', '女', '女')],
        belongings: [row('', '事项', '3', '1'), row('', '回访记录', '5', '2')],
        along: ['本人电话:13812346621、13998765432'],
        notes: [],
      };
    },
    merge_clients: ({ keep, merge }) => {
      merged = { keep, gone: merge };
      return { merge: '1', client: keep, changed: ['client', 'matter', 'record', 'task'], line: `${brief(merge).name} 已并入 ${brief(keep).name}` };
    },
    part_clients: () => {
      const was = merged;
      merged = null;
      return { kept: [], changed: ['client', 'matter', 'record', 'task'], line: was ? `已拆开:${brief(was.keep).name} 与 ${brief(was.gone).name}` : '已拆开' };
    },
    doubts: () => {
      const open = doubts().filter((doubt) => !accepted.has(doubt.doubt));
      const kinds = [...new Set(open.map((doubt) => doubt.kind))];
      return { kinds: kinds.map((kind) => ({ kind, count: open.filter((doubt) => doubt.kind === kind).length })), accepted: accepted.size, doubts: open };
    },
    accept_doubt: ({ doubt }) => {
      accepted.add(doubt);
      return { changed: ['client'], line: '已记为没有问题;资料再变时会重新列出' };
    },
    drop_accepted_doubt: ({ doubt }) => {
      accepted.delete(doubt);
      return { changed: ['client'], line: '已重新列出' };
    },
  };
}

/** Who might be one and the same. */
function pairsOf(office: FakeOffice, brief: (id: string) => ClientBrief): DuplicatePair[] {
  return office.size === 'empty'
      ? []
      : [
          [7, 12, '同名同电话'],
          [9, 46, '姓名同音、同房号'],
          [21, 30, '同一手机号'],
        ].map(([a, b, why]) => ({ a: brief(`c${a}`), b: brief(`c${b}`), why: [String(why)], doubt: `same/${a}/${b}`, data: 'x' }));
}

/** What looks wrong, one of each kind. */
function doubtsOf(office: FakeOffice, brief: (id: string) => ClientBrief): Doubt[] {
  return office.size === 'empty'
      ? []
      : [
          { doubt: 'shared_phone/1', kind: 'shared_phone', text: '2 位客户登记了同一电话 13812346621', clients: [brief('c1'), brief('c8')] },
          { doubt: 'id/2', kind: 'id_number', text: '身份证校验位不对,请核对最后一位:110105194912310021', clients: [brief('c4')] },
          { doubt: 'missing/3', kind: 'missing', text: '缺少电话', clients: [brief('c11')] },
          { doubt: 'date/4', kind: 'date', text: '出生日期不可能:1885-03-02', clients: [brief('c9')] },
          { doubt: 'far/5', kind: 'far_date', text: '维修 WX261001的处理完毕是 2062-10-08,请核对年份', clients: [brief('c5')] },
        ].map((doubt) => ({ ...doubt, data: 'x' }));
}

function blank(own: ClientFieldBrief[]): ClientEdit {
  const fields = Object.fromEntries([...SECTOR, ...own].map((field) => [field.code, '']));
  const contact = { relation: '', name: '', phones: '', wechat: '', do_not_contact: false };
  return { client: null, name: '', no: '', id_number: '', sex: '', born: '', place: '', since: '', assignee: '', contacts: [contact], classes: [], wish: { hours: '', channel: '', note: '' }, fields, reason: '' };
}

/** Enough of the checks to see where they stand. */
function check(edit: ClientEdit): ClientChecks {
  const number = edit.id_number.replaceAll(/\s/g, '').toUpperCase();
  const isRight = number === '11010519491231002X';
  const born = isRight ? '1949-12-31' : null;
  const notes: ClientChecks['notes'] = [];
  if (number !== '' && !isRight) notes.push({ field: 'id_number', text: number.length === 18 ? '身份证校验位不对,请核对最后一位' : '身份证号应是 18 位,请核对位数', client: null });
  if (born && edit.born !== '' && edit.born !== born) notes.push({ field: 'born', text: `与身份证不符:身份证上是 ${born},这里是 ${edit.born}`, client: null });
  edit.contacts.forEach((contact, at) => {
    const other = makeClient(1);
    if (contact.phones.includes(other.phone!) && edit.client !== 'c1') notes.push({ field: `contact.${at}`, text: `此电话已有:${other.name}(${other.place})`, client: other });
    if (/[^\d\s、,/-]/.test(contact.phones)) notes.push({ field: `contact.${at}`, text: '这里有看不懂的号码,请核对位数。先存着也可以,会列入“疑似有误”', client: null });
  });
  const year = Number((edit.born || born || '').slice(0, 4));
  return { notes, born, sex: isRight ? 'female' : null, lunar: born ? '十一月十二' : null, age: year > 0 ? 2026 - year : null };
}

