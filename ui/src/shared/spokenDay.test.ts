import { describe, expect, it } from 'vitest';
import { dayWords } from '../i18n/days';
import { zhCN } from '../i18n/zh-CN';
import { type Leaning, parseSpokenDay } from './spokenDay';

const TODAY = '2026-10-09'; // a Friday
const said = (text: string, lean?: Leaning) => parseSpokenDay(text, TODAY, dayWords(), lean);
const word = (words: string) => words.split('|')[0]!;
const { words } = zhCN.day;
const week = (name: number, prefix = '') => `${prefix}${word(words.week)}${words.weekdays.split('|')[name - 1]}`;

describe('a day as people say it', () => {
  it.each([
    [word(words.today), '2026-10-09'],
    [word(words.tomorrow), '2026-10-10'],
    [word(words.afterTomorrow), '2026-10-11'],
    ['+7', '2026-10-16'],
    ['-1', '2026-10-08'],
    [`7${word(words.daysLater)}`, '2026-10-16'],
    ['1122', '2026-11-22'],
    ['11-22', '2026-11-22'],
    ['11/22', '2026-11-22'],
    ['11.22', '2026-11-22'],
    ['112', '2027-01-12'],
    [`11${word(words.month)}22${word(words.dayOfMonth)}`, '2026-11-22'],
    [`22${word(words.dayOfMonth)}`, '2026-10-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026/1/5', '2026-01-05'],
    ['20261122', '2026-11-22'],
    [' 11-22 ', '2026-11-22'],
  ])('%s is %s', (text, day) => expect(said(text)).toBe(day));

  it.each([
    [week(5), '2026-10-09'],
    [week(1), '2026-10-12'],
    [week(7), '2026-10-11'],
    [week(8), '2026-10-11'],
    [week(1, word(words.next)), '2026-10-12'],
    [week(5, word(words.next)), '2026-10-16'],
  ])('the weekday %s is %s', (text, day) => expect(said(text)).toBe(day));

  it('lies ahead when calls to come are meant: January is next year', () => {
    expect(said('0105')).toBe('2027-01-05');
    expect(said(`3${word(words.dayOfMonth)}`)).toBe('2026-11-03');
  });
  it('lies behind when something done is meant', () => {
    expect(said('1122', 'past')).toBe('2025-11-22');
    expect(said('1008', 'past')).toBe('2026-10-08');
    expect(said(`22${word(words.dayOfMonth)}`, 'past')).toBe('2026-09-22');
  });
  it.each(['', 'abc', '1332', '0230', '2026-02-30', '99', '+', '5'])('"%s" is no day', (text) => expect(said(text)).toBeNull());
});
