import type { Day } from './dates';
import { type DayWords, parseSpokenDay } from './spokenDay';

/** The words for hours, from the catalogue; alternatives stand beside each other with `|`. */
export type HourWords = {
  /** 上午|早上|早晨|早 */
  morning: string;
  /** 中午 */
  noon: string;
  /** 下午|午后 */
  afternoon: string;
  /** 晚上|傍晚|晚 */
  evening: string;
  /** 点|时 */
  hour: string;
  /** 半 */
  half: string;
  /** 分 */
  minute: string;
};

/**
 * Reads a day with or without an hour, as people say it: 明天, 明天下午3点, 下周一 15:30, 1122 9点半, 下午4点 (today). Gives `YYYY-MM-DD`
 * or `YYYY-MM-DDTHH:MM`, null for what is neither.
 */
export function parseSpokenMoment(text: string, today: Day, words: DayWords & HourWords): string | null {
  const said = text.trim().replaceAll('\uff1a', ':').replaceAll(/\s+/g, ' ');
  const day = parseSpokenDay(said, today, words);
  if (day !== null) return day;
  const match = timeAtEnd(words).exec(said);
  if (!match) return null;
  const time = minuteOf(match, words);
  const before = said.slice(0, match.index).trim();
  const on = before === '' ? today : parseSpokenDay(before, today, words);
  return time === null || on === null ? null : `${on}T${time}`;
}

function timeAtEnd(words: HourWords): RegExp {
  const parts = [words.morning, words.noon, words.afternoon, words.evening].join('|');
  return new RegExp(`(${parts})? ?(?<!\\d)(\\d{1,2})(?::(\\d{2})|(?:${words.hour})(?:(${words.half})|(\\d{1,2})(?:${words.minute})?)?)$`);
}

function minuteOf(match: RegExpExecArray, words: HourWords): string | null {
  const [, part, hours, colon, half, minutes] = match;
  const isLater = part !== undefined && `${words.afternoon}|${words.evening}`.split('|').includes(part);
  const said = Number(hours);
  // 中午1点 is 13:00, 中午12点 is 12:00.
  const isAfterNoon = part !== undefined && words.noon.split('|').includes(part) && said < 11;
  const hour = (isLater || isAfterNoon) && said < 12 ? said + 12 : said;
  const minute = half ? 30 : Number(colon ?? minutes ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
