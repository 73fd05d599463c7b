import type { AttachmentRow, Commands, CorrectRecord, DraftRow, FormField, RecordFollowUp, TaskForm } from '../bindings';
import { type FakeOffice, wireError } from './office';
import { TODAY } from './tasks';

type FormCommands =
  | 'drafts'
  | 'keep_draft'
  | 'drop_draft'
  | 'attachments'
  | 'add_attachment'
  | 'strike_attachment'
  | 'open_attachment'
  | 'sign'
  | 'record_sheet'
  | 'correct_record'
  | 'view_file'
  | 'readings';
type Handlers = { [K in FormCommands]: (req: Commands[K]['req']) => Commands[K]['res'] };

/** A picture of a room, drawn: fixtures carry no files. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#cfe3dc" d="M0 0h48v48H0z"/><path fill="#7fae9d" d="M0 34l14-14 10 10 8-6 16 14v10H0z"/><circle cx="36" cy="12" r="5" fill="#f3d27a"/></svg>')}`;
const INK = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 56"><path fill="none" stroke="#14211d" stroke-width="3" d="M10 38c20-30 24-30 22-6s10-20 20-22-6 30 8 26 14-26 24-22 0 26 14 20 20-18 44-20"/></svg>')}`;

/** Readings of the few characters in the names of the fake office. */
const SOUNDS: Record<string, string[]> = { 林: ['lin'], 晓: ['xiao'], 周: ['zhou'], 敏: ['min'], 钱: ['qian'], 志: ['zhi'], 强: ['qiang', 'jiang'], 孙: ['sun'], 丽: ['li'], 何: ['he'], 建: ['jian'], 国: ['guo'] };

/** Drafts, attachments, signatures and corrections of the fake office. They outlive the window, as the office's file does. */
export class FakeForms {
  drafts: (DraftRow & { author: string })[] = [];
  files: (AttachmentRow & { client: string })[] = [];
  /** What was signed: the answers, as they came. */
  signed: Commands['sign']['req'][] = [];
  corrections: CorrectRecord[] = [];
  clock = '14:03';

  constructor(private readonly office: FakeOffice) {
    if (office.size === 'empty') return;
    this.add('c1', { name: '阳台渗水现场.jpg', kind: 'photo', mime: 'image/jpeg', bytes: 2_400_000, about: '维修 WX261001', at: '2026-10-08 16:20', thumbnail: PICTURE });
    this.add('c1', { name: '签字的回访记录表.pdf', kind: 'pdf', mime: 'application/pdf', bytes: 310_000, about: '2026-09-24 回访', at: '2026-09-24 10:12' });
    this.add('c1', { name: '20260815_回访录音.m4a', kind: 'recording', mime: 'audio/mp4', bytes: 980_000, about: '2026-08-15 回访', at: '2026-08-15 14:15' });
  }

  get author(): string {
    return this.office.me?.id ?? '';
  }

  add(client: string, more: Partial<AttachmentRow>): AttachmentRow {
    const id = `f${this.files.length + 1}`;
    const row = { id, kind: 'photo', name: '', mime: 'image/png', bytes: 1000, at: `${TODAY} ${this.clock}`, by: this.office.me?.name ?? '', about: '', record: null, thumbnail: null, struck: null, ...more };
    this.files.unshift({ ...row, client });
    return row;
  }

  clientOf(task: string | null): string {
    return task ? (this.office.task(task).client?.id ?? '') : '';
  }
}

const KINDS: [RegExp, string, string][] = [
  [/\.(jpe?g|png|webp|gif|heic|bmp)$/i, 'photo', 'image/jpeg'],
  [/\.pdf$/i, 'pdf', 'application/pdf'],
  [/\.(mp3|m4a|wav|amr|aac|ogg)$/i, 'recording', 'audio/mp4'],
];

/** The commands about forms. */
export function formCommands(office: FakeOffice): Handlers {
  const forms = office.forms;
  const written = (attachment: AttachmentRow) => ({ attachment, changed: ['attachment'], line: `已附上「${attachment.name}」` });
  return {
    drafts: () => forms.drafts.filter((draft) => draft.author === forms.author),
    keep_draft: (wish) => {
      const at = `${TODAY} ${forms.clock}`;
      const others = forms.drafts.filter((row) => row.kind !== wish.kind || row.key !== wish.key || row.author !== forms.author);
      forms.drafts = [{ ...wish, at, author: forms.author }, ...others];
      return { at };
    },
    drop_draft: ({ kind, key }) => {
      forms.drafts = forms.drafts.filter((row) => row.kind !== kind || row.key !== key || row.author !== forms.author);
      return {};
    },
    attachments: ({ client, record, ids }) =>
      forms.files.filter((file) => (record ? file.record === record : client ? file.client === client : ids.includes(file.id))),
    add_attachment: ({ client, task, record, path, name }) => {
      const file = path?.split('/').pop() ?? name;
      const found = KINDS.find(([ending]) => ending.test(file));
      if (!found) throw wireError('attachment_kind', `「${file}」不能作附件。可以附照片(jpg、png、webp、heic)、PDF 和录音(mp3、m4a、wav、amr)。`);
      const added = written(forms.add(client ?? forms.clientOf(task), { name: file, kind: found[1], mime: found[2], record, thumbnail: found[1] === 'photo' ? PICTURE : null }));
      if (record === null) return added;
      for (const row of office.tasks.filter((known) => known.unsigned === record)) row.unsigned = null;
      return { ...added, changed: ['attachment', 'record'] };
    },
    strike_attachment: ({ id, reason }) => {
      const file = forms.files.find((known) => known.id === id);
      if (file) file.struck = `${reason} · ${office.me?.name ?? ''} · ${TODAY} ${forms.clock}`;
      return { changed: ['attachment'], line: `已删除「${file?.name ?? ''}」,仍可在“已删除”里查到` };
    },
    open_attachment: ({ id }) => ({ path: `/home/office/.cache/huifang-view/1/${forms.files.find((file) => file.id === id)?.name ?? id}` }),
    sign: (req) => {
      forms.signed.push(req);
      return written(forms.add(forms.clientOf(req.answers.task), { name: `现场签名图像 ${TODAY}.png`, kind: 'signature', thumbnail: INK }));
    },
    record_sheet: ({ record }) => sheetOf(office, record),
    correct_record: (wish) => {
      forms.corrections.push(wish);
      return office.correct(wish);
    },
    view_file: ({ name }) => ({ path: `/home/office/.cache/huifang-view/1/${name}` }),
    readings: ({ texts }) => texts.map((text) => ({ characters: [...text].map((character) => SOUNDS[character] ?? []) })),
  };
}

const OLD: FormField = {
  id: 'satisfied',
  label: '是否满意',
  kind: 'rating',
  levels: ['满意', '基本满意', '不满意'],
  dissatisfied: ['不满意'],
  required: true,
  required_if: null,
  required_by: [],
  min: null,
  max: null,
  unit: '',
  lines: 1,
  may_be_unanswered: true,
  hint: '',
};

function sheetOf(office: FakeOffice, id: string): Commands['record_sheet']['res'] {
  const kept = office.records.find((known) => known.brief.id === id);
  const record = kept?.brief ?? { id, on: '2026-09-24', channel: 'home_visit', outcome: 'reached', satisfied: true, by: '何建国', note: '楼道灯太暗,晚上怕摔', voided: false, phone: null, answers: [], titles: ['节日拜访'], correction: '', corrected: false };
  const details = kept?.tasks.map((task) => office.detail(task).forms[0]!) ?? [];
  const forms: TaskForm[] = details.length > 0 ? details : [{ task: 'old', title: '节日拜访', form: 'record', fields: [OLD] }];
  const written = (kept?.req as RecordFollowUp | undefined)?.tasks;
  return { record, forms, tasks: written ?? [{ task: 'old', answers: { satisfied: '满意' }, unanswered: {} }] };
}
