import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isTouched, MADE_OF, NOUNS } from './nouns';

const bindings = readFileSync('src/platform/bindings.ts', 'utf8');
const commands = [...bindings.matchAll(/(\w+):\s*\{\s*req:\s*([\w<>, ]+);?,?\s*res:\s*([\w<>, ]+?);?,?\s*\}/g)].map((match) => ({ name: match[1]!, res: match[3]! }));
/** Whether the type of that name has a field `changed`. */
const namesNouns = (type: string) => new RegExp(`export type ${type} = \\{[^}]*changed`).test(bindings.replaceAll(/\/\*\*[\s\S]*?\*\//g, ''));
/** Sheets: pictures for a preview, or a file. */
const PAPER = ['print_form', 'print_blank_form', 'print_card', 'print_matter', 'print_visits', 'print_draw'];
/** Writes that answer with something else than nouns: the desk, a job, a file. */
const OTHER = ['open_office', 'create_office', 'close_office', 'sign_in', 'start_import', 'cancel_job', 'errors_workbook', 'export_report', 'export_list', 'export_pack', 'export_draw', 'read_holidays', 'claim', 'release', 'provoke_panic', 'keep_draft', 'drop_draft', 'open_attachment', 'view_file', 'sample_office', 'export_messages', 'export_calendar', 'lock_desk'].concat(PAPER);

describe('the map from nouns to queries', () => {
  it('finds the commands in the bindings', () => expect(commands.length).toBeGreaterThan(30));
  it('knows every command: it is a query, names what it changed, or is listed as neither', () => {
    const unknown = commands.filter(({ name, res }) => !(name in MADE_OF) && !namesNouns(res) && !OTHER.includes(name));
    expect(unknown).toEqual([]);
  });
  it('has a query for every noun', () => {
    const provided = Object.values(MADE_OF).flat();
    expect(NOUNS.filter((noun) => !provided.includes(noun as never))).toEqual([]);
  });
  it('asks again for what is made of a changed noun, and for nothing else', () => {
    expect(isTouched('import_history', ['import'])).toBe(true);
    expect(isTouched('pack_text', ['record'])).toBe(false);
  });
  it('asks again for everything when it does not know the noun', () => expect(isTouched('pack_text', ['survey'])).toBe(true));
});
