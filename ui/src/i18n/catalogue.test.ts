import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeText, errorText } from './codes';
import { en } from './en';
import { zhCN } from './zh-CN';

type Catalogue = { readonly [name: string]: string | Catalogue };

function keysOf(catalogue: Catalogue, before = ''): string[] {
  return Object.entries(catalogue).flatMap(([name, value]) => (typeof value === 'string' ? [before + name] : keysOf(value, `${before}${name}.`)));
}
function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file));
const withoutComments = (file: string) => readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
const page = sources.filter((file) => !file.includes('.test.') && !/src[/\\](i18n|test|platform[/\\]fake)[/\\]/.test(file));
const code = page.map(withoutComments).join('\n') + readFileSync('src/i18n/days.ts', 'utf8') + readFileSync('src/i18n/codes.ts', 'utf8');
const keys = keysOf(zhCN);

describe('the catalogue', () => {
  it('holds every word that the page says', () => {
    const strays = page.filter((file) => /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]/.test(withoutComments(file)));
    expect(strays).toEqual([]);
  });
  it('has a text for every key in use', () => {
    const used = [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1]!);
    expect(used.length).toBeGreaterThan(150);
    expect([...new Set(used)].filter((key) => !keys.includes(key))).toEqual([]);
  });
  it('holds no text that nobody says', () => {
    const made = [...code.matchAll(/`([a-z][\w.]*\.)\$\{/g)].map((match) => match[1]!);
    const isSaid = (key: string) => code.includes(`'${key}'`) || made.some((start) => key.startsWith(start)) || /^(code|error\.code)\./.test(key);
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });
  it('says nothing in English that it does not say in Chinese', () => {
    expect(keysOf(en).filter((key) => !keys.includes(key))).toEqual([]);
  });
});

describe('codes of the wire', () => {
  const words: Record<string, string[]> = {
    channel: ['phone', 'sms', 'wechat', 'email', 'letter', 'home_visit', 'in_office', 'online', 'questionnaire'],
    outcome: ['reached', 'no_answer', 'busy', 'wrong_number', 'refused', 'call_back'],
    taskState: ['waiting', 'open', 'overdue', 'paused', 'done', 'lost', 'waived', 'missed', 'withdrawn'],
    problemState: ['open', 'overdue', 'to_recheck', 'closed'],
    importStage: ['reading', 'checking', 'writing', 'planning'],
    clauseHow: ['runs', 'asks', 'shows'],
  };
  it.each(Object.entries(words))('%s have a word each', (group, codes) => {
    expect(codes.filter((name) => codeText(group as keyof typeof zhCN.code, name) === name)).toEqual([]);
  });
  it('outcomes keep their digit in the words of every channel', () => {
    const orders = [zhCN.code.outcome, zhCN.code.outcomeVisit, zhCN.code.outcomeWritten].map((group) => Object.keys(group));
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).toEqual(orders[0]);
  });
});

/** Where failures get their codes; absent when the page is built alone. */
const RUST = ['office/src', 'store/src/error.rs', 'intake/src/book.rs', 'intake/src/plan.rs', 'report/src/error.rs'].map((path) => join('..', 'crates', path));

describe('failures', () => {
  it('that the core can answer have a text each', () => {
    const files = RUST.filter((path) => existsSync(path)).flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
    const said = files.filter((file) => file.endsWith('.rs') && !file.includes('tests')).flatMap((file) => codesIn(readFileSync(file, 'utf8')));
    const unknown = errorText('no such code');
    expect([...new Set(said)].filter((name) => errorText(name) === unknown)).toEqual([]);
  });
});

function codesIn(rust: string): string[] {
  const made = [...rust.matchAll(/OfficeError::invalid\(\s*"([a-z_]+)"/g), ...rust.matchAll(/^\s*code: "([a-z_]+)"/gm)];
  const body = /impl (?:\w+Error) \{[\s\S]*?pub fn code\(&self\)[\s\S]*?\n {4}\}/.exec(rust)?.[0] ?? '';
  return [...made, ...body.matchAll(/=> "([a-z_]+)"/g)].map((match) => match[1]!);
}
