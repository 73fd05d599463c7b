import { describe, expect, it } from 'vitest';
import { dayWords } from '../i18n/days';
import { hourWords } from './hours';
import { parseSpokenMoment } from '../shared/spokenMoment';

// 2026-10-09 is a Friday.
const read = (text: string) => parseSpokenMoment(text, '2026-10-09', { ...dayWords(), ...hourWords() });

describe('a day with an hour, as people say it', () => {
  it.each([
    ['明天', '2026-10-10'],
    ['1122', '2026-11-22'],
    ['明天下午3点', '2026-10-10T15:00'],
    ['明天 下午3点半', '2026-10-10T15:30'],
    ['下周一 15:30', '2026-10-12T15:30'],
    ['1122 9点', '2026-11-22T09:00'],
    ['晚上7点', '2026-10-09T19:00'],
    ['上午10点20分', '2026-10-09T10:20'],
    ['中午12点', '2026-10-09T12:00'],
    ['中午1点', '2026-10-09T13:00'],
    ['14：05', '2026-10-09T14:05'],
    ['+3 16:00', '2026-10-12T16:00'],
  ])('%s', (said, moment) => expect(read(said)).toBe(moment));

  it.each(['', '25:00', '15:75', '某天3点', '下午', '12:3'])('is not %s', (said) => expect(read(said)).toBeNull());
});
