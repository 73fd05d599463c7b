import { addDays } from '../../shared/dates';
import type { CallState, OnLine, TaskRow } from '../bindings';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';
import { STAFF } from './people';
import { TODAY } from './tasks';

/** The fake office's clock: ten in the morning, in contact hours that begin at nine. */
export const NOW = `${TODAY}T10:00`;
export const HOURS = '09:00–12:00、14:00–18:00';

export const NO_CALLS: CallState = { tried: null, outcome: null, next: null, channel: null, waits: false, promised: false, verify: false, may_give_up: false, ring_from: null, on_line: null };

/** What stands in the row of a task that was tried so often before today. */
export function earlierTries(tries: number): CallState {
  return tries === 0 ? NO_CALLS : { ...NO_CALLS, tried: `${addDays(TODAY, -1)}T15:20`, outcome: 'no_answer', next: `${TODAY}T09:00` };
}

/** What is next after a try, as the real office would compute it. */
export function afterTry(outcome: string, tries: number, again: string | null): CallState {
  const tried = { ...NO_CALLS, tried: NOW, outcome };
  const until = (next: string, promised = false): CallState => ({ ...tried, next, waits: next > NOW, promised });
  if (outcome === 'call_back' && again) return until(again.length > 10 ? again : `${again}T09:00`, true);
  if (outcome === 'wrong_number') return { ...tried, verify: true };
  if (outcome === 'refused' || tries >= 3) return { ...tried, may_give_up: true };
  return until(outcome === 'busy' ? `${TODAY}T11:00` : `${TODAY}T14:00`);
}

/** Whether the task waits for a later try. */
export const isWaiting = (task: TaskRow) => task.call.waits;

export function callCommands(office: FakeOffice): Pick<Handlers, 'claim' | 'release' | 'give_up' | 'record_contact' | 'ask_for' | 'move_record'> {
  return {
    claim: ({ client, take_over }) => {
      const by = office.claims.get(client);
      if (by && by.staff !== office.me?.id && !take_over) return { by };
      if (office.me) office.claims.set(client, { staff: office.me.id, name: office.me.name, since: '10:00', member: null });
      return { by: null };
    },
    release: ({ client }) => {
      if (office.claims.get(client)?.staff === office.me?.id) office.claims.delete(client);
      return {};
    },
    give_up: ({ task, why, note, approver }) => {
      const row = office.task(task);
      if (row.rule === 'move_in' && approver === null) throw wireError('approver_missing', '制度要求客服主管批准才能按失访结束,请选择批准人');
      Object.assign(row, { state: 'lost' });
      office.lost.push({ task, why, note, approver });
      return { decision: `lost/${task}`, changed: ['decision', 'task'], line: '已按失访结束' };
    },
    record_contact: (req) => {
      office.contacts.push(req);
      if (req.tasks.length > 0) return office.record({ ...req, exception: null, attachments: [] });
      return { record: `contact-${office.contacts.length}`, settled: [], problems: [], asked: [], line: '', changed: ['record', 'client'] };
    },
    ask_for: (req) => {
      const first = office.tasks[0]!;
      const client = office.clientRow(Number(req.client.slice(1))).client;
      const title = req.title || '单独回访';
      office.tasks.push({ ...first, id: `hand-${office.tasks.length}`, title, client, matter: null, due: req.day, state: 'open', days_over: 0, because: `10-09 由林晓加入:${req.reason},须联系客户,最迟 ${req.day.slice(5)}`, channels: [req.channel], tries: 0, again_on: null, call: NO_CALLS, detail: '' });
      return { decision: 'ask-1', changed: ['decision', 'task'], line: '已加入回访名单' };
    },
    move_record: ({ record, client }) => {
      office.moves.push({ record, client });
      return { changed: ['record', 'task'], line: '记录已移到那位客户名下' };
    },
  };
}

/** Somebody else of the fake office, on the line. */
export const busyWith = (staff = STAFF[1]!, member: string | null = null): OnLine => ({ staff: staff.id, name: staff.name, since: '09:52', member });
