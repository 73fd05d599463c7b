import { addDays } from '../../shared/dates';
import type { ComposeMessages, Composed, MessageRow, MessageTextRow, SentBatch, SkippedRow } from '../bindings';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';
import { makeClient } from './people';
import { TODAY } from './tasks';

type Messages = 'message_texts' | 'save_message_text' | 'delete_message_text' | 'message_lists' | 'compose_messages' | 'mark_sent' | 'undo_sent' | 'sent_messages' | 'export_messages' | 'export_calendar';

const PLACEHOLDERS = [
  ['姓名', '客户的姓名'],
  ['称呼', '王女士、李先生;不知道性别时是姓名'],
  ['房号', '房号、床位'],
  ['编号', '档案里的编号'],
  ['事项', '为哪件事:投诉、维修、预约'],
  ['单号', '那件事的编号'],
  ['时间', '约定的时间'],
  ['经办人', '经办人、医生'],
  ['到期日', '最迟哪天回访'],
  ['节日', '哪个节日'],
  ['生日', '今年生日是哪天'],
  ['机构', '本单位的名称'],
  ['我', '发信人的姓名'],
] as const;

const text = (id: string, title: string, purpose: string, words: string, from = ''): MessageTextRow => ({ id, title, purpose, text: words, own: id.startsWith('own'), from });

/** What was said in messages, in memory. */
class FakeMessages {
  texts = [
    text('own/1', '欠费提醒(温和)', 'reminder', '{称呼}您好,我是{机构}的{我},想和您对一下{房号}的账,方便时请回电。'),
    text('pack/002-12/notice', '投诉回访', 'reminder', '{姓名}您好,我是{机构}的{我}。您反映的{事项}已经处理,想听听您的看法。', '物业分级投诉、维修、活动回访'),
    text('shipped/appointment', '预约提醒', 'reminder', '{称呼}您好,我是{机构}的{我}。您预约的时间是{时间},请准时前来。如需改期请提前告知我们。'),
    text('shipped/festival', '节日问候', 'greeting', '{称呼}您好,{节日}将至,{机构}祝您和家人节日快乐,身体健康!'),
    text('shipped/birthday', '生日祝福', 'greeting', '{称呼}您好,{机构}祝您生日快乐,身体健康,万事如意!'),
    text('shipped/survey', '满意度调查', 'survey', '{称呼}您好,我是{机构}的{我}。请您为我们的服务打分:1 满意,2 基本满意,3 不满意。直接回复数字即可,谢谢!'),
  ];
  sent: SentBatch[] = [];
  /** Who got what: the occasion of each batch. */
  whom = new Map<string, string>();
  private last = 1;

  constructor(readonly office: FakeOffice) {
    if (office.size !== 'empty') this.sent = [{ batch: 'b0', on: addDays(TODAY, -15), channel: 'sms', title: '中秋问候', text: '{称呼},{节日}快乐!', by: '周敏', count: 212, undone: false }];
  }

  compose(wish: ComposeMessages): Composed {
    const unknown = [...wish.text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!).filter((name) => !PLACEHOLDERS.some(([known]) => known === name));
    const occasion = this.occasionOf(wish);
    const rows: MessageRow[] = [];
    const skipped: SkippedRow[] = [];
    const count = Math.min(this.office.clients, wish.to.kind === 'clients' ? wish.to.clients.length : { tasks: 8, birthday: 3 + wish.to.days, class: 24 }[wish.to.kind] ?? 60);
    for (let index = 1; index <= count; index += 1) {
      const client = makeClient(wish.to.kind === 'clients' ? Number(wish.to.clients[index - 1]!.slice(1)) : index);
      const key = `${client.id}|`;
      const before = this.whom.get(`${client.id}|${occasion}`);
      const who = { client: client.id, name: client.name, place: client.place ?? '' };
      if (before && !wish.again) skipped.push({ ...who, code: 'sent_before', reason: before });
      else if (index % 13 === 5) skipped.push({ ...who, code: 'do_not_contact', reason: '不再联系:家属要求' });
      else if (client.phone === null) skipped.push({ ...who, code: 'no_number', reason: '没有电话' });
      else if (!wish.leave_out.includes(key)) rows.push({ key, ...who, address: client.phone, text: this.fill(wish, client.name, client.place ?? ''), about: ABOUT[wish.to.kind] ?? '', effect: wish.to.kind === 'tasks' ? (index % 3 === 0 ? 'try' : 'settles') : 'contact', before: before ?? '' });
    }
    const counted = rows.filter((row) => row.effect === 'settles').length;
    return { total: rows.length, rows, skipped_total: skipped.length, skipped, unknown, counted };
  }

  private occasionOf({ to, text: words }: ComposeMessages): string {
    return to.kind === 'festival' ? `festival/${to.festival}` : `${to.kind}/${words}`;
  }

  private fill(wish: ComposeMessages, name: string, place: string): string {
    const words: Record<string, string> = { 姓名: name, 称呼: `${name.slice(0, 1)}女士`, 房号: place, 编号: 'YZ10001', 事项: '投诉', 单号: 'TS261001', 时间: '10月10日 14:30', 经办人: '钱志强', 到期日: '10月12日', 节日: '重阳节', 生日: '10月12日', 机构: this.office.name, 我: this.office.me?.name ?? '' };
    return wish.text.replaceAll(/\{([^{}]*)\}/g, (whole, key: string) => words[key] ?? whole);
  }

  mark(wish: ComposeMessages) {
    const { rows, unknown, counted } = this.compose(wish);
    if (unknown.length > 0) throw wireError('unknown_placeholder', `不认得这些代号:{${unknown.join('}、{')}}。请从列出的代号里选,或去掉花括号。`);
    const batch = `b${this.last++}`;
    this.sent.unshift({ batch, on: TODAY, channel: wish.channel, title: wish.title, text: wish.text, by: this.office.me?.name ?? '', count: rows.length, undone: false });
    for (const row of rows) this.whom.set(`${row.client}|${this.occasionOf(wish)}`, `10-09 已发「${wish.title}」`);
    return { batch, count: rows.length, changed: ['message', 'record', 'task'], line: `已记下「${wish.title}」${rows.length} 条,其中 ${counted} 条计入回访` };
  }
}

const ABOUT: Record<string, string> = { tasks: '投诉回访,最迟 10-12', class: '独居老人', festival: '重阳节 10-18', birthday: '生日 10-12', clients: '' };

/** Messages of the fake office. */
export function messageCommands(office: FakeOffice): Pick<Handlers, Messages> {
  const all = new FakeMessages(office);
  const own = (id: string) => all.texts.findIndex((row) => row.id === id && row.own);
  return {
    message_texts: () => ({ texts: all.texts, placeholders: PLACEHOLDERS.map(([name, value]) => ({ label: `{${name}}`, value })) }),
    save_message_text: ({ id, title, purpose, text: words }) => {
      const row = text(id ?? `own/${all.texts.length + 1}`, title, purpose, words);
      if (id) all.texts[own(id)] = row;
      else all.texts.unshift(row);
      return { id: row.id, changed: ['message'], line: `已保存「${title}」` };
    },
    delete_message_text: ({ id }) => {
      all.texts.splice(own(id), 1);
      return { changed: ['message'], line: '已删除这段文字' };
    },
    message_lists: () => ({
      sms: office.size === 'empty' ? 0 : 8,
      wechat: office.size === 'empty' ? 0 : 5,
      clients: office.clients,
      classes: office.size === 'empty' ? [] : [{ name: '独居老人', count: 24 }, { name: 'VIP', count: 12 }, { name: '新入伙', count: 9 }],
      festivals: [
        { code: 'double_ninth', name: '重阳节', day: '2026-10-18', lunar: '九月初九', days: 9, asked: office.size === 'empty' ? 0 : 31 },
        { code: 'christmas', name: '圣诞节', day: '2026-12-25', lunar: '冬月十七', days: 77, asked: 0 },
        { code: 'new_year', name: '元旦', day: '2027-01-01', lunar: '冬月廿四', days: 84, asked: 0 },
        { code: 'spring_festival', name: '春节', day: '2027-02-06', lunar: '正月初一', days: 120, asked: 0 },
      ],
    }),
    compose_messages: (wish) => all.compose(wish),
    mark_sent: ({ messages }) => all.mark(messages),
    undo_sent: ({ batch }) => {
      const found = all.sent.find((row) => row.batch === batch);
      if (found) found.undone = true;
      all.whom.clear();
      return { changed: ['message', 'record', 'task'], line: `已撤销「${found?.title}」${found?.count} 条` };
    },
    sent_messages: () => all.sent,
    export_messages: ({ path, messages }) => ({ path, rows: all.compose(messages).total }),
    export_calendar: ({ path }) => ({ path, rows: 7 }),
  };
}
