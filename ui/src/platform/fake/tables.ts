import type { ClientBrief, ClientQuery, ClientRow, ExportList, PastePreview, PasteRows } from '../bindings';
import { type FakeOffice, wireError } from './office';
import { TODAY } from './tasks';
import type { Handlers } from './index';

type Names = 'client_list' | 'view_setting' | 'put_view_setting' | 'export_list' | 'preview_paste' | 'paste_clients';

/** Long lists of the fake office; what was exported and imported stays readable for tests. */
export class FakeTables {
  readonly exported: ExportList[] = [];
  readonly pasted: PasteRows[] = [];
  readonly views = new Map<string, unknown>();

  constructor(private readonly office: FakeOffice) {}

  commands(): Pick<Handlers, Names> {
    return {
      client_list: (query) => this.clients(query),
      view_setting: ({ name }) => ({ value: this.views.get(this.of(name)) ?? null }),
      put_view_setting: ({ name, value }) => {
        this.views.set(this.of(name), value);
        return { changed: ['view'], line: '已记住列的宽度和次序' };
      },
      export_list: (wish) => {
        this.exported.push(structuredClone(wish));
        return { path: wish.path, rows: wish.list === 'rows' ? wish.rows.length : wish.list === 'worklist' ? this.office.tasks.length : this.clients({ ...(wish.query as ClientQuery), offset: 0, limit: 0 }).total };
      },
      preview_paste: (wish) => this.preview(wish),
      paste_clients: (wish) => {
        const { created, updated, rows } = this.preview(wish);
        this.pasted.push(structuredClone(wish));
        const id = `p${this.pasted.length}`;
        this.office.imports.unshift({ import: id, file: '粘贴的表格.tsv', as: 'clients', at: '2026-10-09 09:40', by: this.office.me?.name ?? '', created, updated, rejected: rows.length - created - updated, undone: false });
        return { import: id, created, updated, new_tasks: 2, changed: ['client', 'matter', 'task', 'import'] };
      },
    };
  }

  private of(name: string) {
    return `${this.office.me?.id ?? ''}/${name}`;
  }

  private clients({ find, only, sort, descending, offset, limit }: ClientQuery) {
    const plain = find === '' && (only === '' || only === 'all') && sort === '';
    if (plain) {
      const size = Math.max(0, Math.min(limit, this.office.clients - offset));
      return { total: this.office.clients, rows: Array.from({ length: size }, (_, index) => this.office.clientRow(1 + offset + index)) };
    }
    const all = Array.from({ length: Math.min(this.office.clients, 3000) }, (_, index) => this.office.clientRow(index + 1));
    const hits = all.filter((row) => answers(row.client, find) && ONLY[only || 'all']!(row));
    const key = KEYS[sort];
    const rows = key ? hits.toSorted((a, b) => key(a).localeCompare(key(b), 'zh-CN', { numeric: true }) * (descending ? -1 : 1)) : hits;
    return { total: rows.length, rows: rows.slice(offset, offset + limit) };
  }

  /** Reads the block well enough for pages: titles in its first row, else guessed. */
  private preview({ text, titles, mapping, choices }: PasteRows): PastePreview {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => line.split('\t'));
    if (lines.length === 0) throw wireError('nothing_pasted', '剪贴板里没有表格。请先在 Excel 里选中几行并复制');
    const hasTitles = lines[0]!.some((cell) => cell in FIELDS);
    const guessed = hasTitles ? [] : titles.length > 0 ? titles : lines[0]!.map((cell, at) => (/^1\d{10}$/.test(cell) ? '联系电话' : at === 0 ? '姓名' : `第${at + 1}列`));
    const names = hasTitles ? lines[0]! : guessed;
    const columns = names.map((label) => ({ label, value: mapping[label] ?? FIELDS[label] ?? '' }));
    const nameAt = columns.findIndex((column) => column.value === 'name');
    const phoneAt = columns.findIndex((column) => column.value === 'phone');
    const known = Array.from({ length: Math.min(this.office.clients, 240) }, (_, index) => this.office.clientRow(index + 1).client);
    const rows = (hasTitles ? lines.slice(1) : lines).map((cells, index) => {
      const row = index + 2;
      const chosen = choices.find((choice) => choice.row === row);
      const [name, phone] = [cells[nameAt] ?? '', cells[phoneAt] ?? ''];
      const twin = known.find((client) => client.name === name && client.phone === phone) ?? known.find((client) => client.phone === phone && phone !== '') ?? known.find((client) => client.name === name);
      const same = twin !== undefined && twin.name === name && twin.phone === phone;
      const becomes = chosen?.choice ?? (same ? 'merge' : 'new');
      const outcome = becomes === 'skip' ? 'skipped' : name === '' ? 'rejected' : becomes === 'merge' ? 'updated' : 'created';
      return {
        row,
        cells: columns.map((column, at) => ({ text: cells[at] ?? '', doubt: column.value === 'phone' && !/^(\d{3,4}-?\d{7,8}|1\d{10})?$/.test(cells[at] ?? '') ? '电话位数不对,请核对' : null })),
        outcome,
        reason: outcome === 'rejected' ? '没有姓名' : null,
        existing: outcome === 'skipped' ? null : (twin ?? null),
        alike: twin === undefined ? null : same || becomes === 'merge' ? 'same' : twin.phone === phone ? 'phone' : 'name',
      };
    });
    const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
    return { titles: guessed, columns, rows, created: count('created'), updated: count('updated'), unchanged: 0, rejected: count('rejected') };
  }
}

const FIELDS: Record<string, string> = { 姓名: 'name', 业主姓名: 'name', 联系电话: 'phone', 电话: 'phone', 房号: 'room', 入伙日期: 'since', 编号: 'client_no' };

const ONLY: Record<string, (row: ClientRow) => boolean> = {
  all: () => true,
  overdue: (row) => row.next_due !== null && row.next_due < TODAY,
  due: (row) => row.next_due !== null,
  never: (row) => row.last_contact === null,
};

const KEYS: Record<string, (row: ClientRow) => string> = {
  name: (row) => row.client.name,
  no: (row) => row.client.no ?? '',
  place: (row) => row.client.place ?? '',
  last: (row) => row.last_contact ?? '',
  next: (row) => row.next_due ?? '9999',
};

function answers(client: ClientBrief, find: string): boolean {
  return find === '' || [client.name, client.place, client.phone, client.no].some((text) => text?.includes(find));
}
