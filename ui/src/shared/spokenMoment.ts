import type { Day } from './dates';
import { type DayWords, type Leaning, parseSpokenDay } from './spokenDay';

/** The words for hours, from the catalogue; alternatives stand beside each other with `|`. */
export type HourWords = {
  /** 上午|早上. */
  morning: string;
  /** 下午|晚上. */
  afternoon: string;
  /** What stands between hour and minute: 点|时|:. */
  hour: string;
  /** 半. */
  half: string;
};

/**
 * Reads a day as `parseSpokenDay` does, with an hour behind it where there is one: `明天 14:30`, `1122 下午3点半`. Gives
 * `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; null for what is none.
 */
export function parseSpokenMoment(text: string, today: Day, days: DayWords, hours: HourWords, lean: Leaning = 'future'): string | null {
  const said = text.trim().replaceAll('\uff1a', ':');
  const { morning, afternoon, hour, half } = hours;
  const match = new RegExp(`^(.*?)\\s*(${morning}|${afternoon})?\\s*(\\d{1,2})(?:${hour}|:)(?:(\\d{1,2})|(${half}))?\\D?$`).exec(said);
  if (!match) return parseSpokenDay(said, today, days, lean);
  const [, before = '', part, wrote, minutes, isHalf] = match;
  const day = before.trim() === '' ? today : parseSpokenDay(before, today, days, lean);
  const late = part !== undefined && afternoon.split('|').includes(part) && Number(wrote) < 12 ? 12 : 0;
  const [h, m] = [Number(wrote) + late, isHalf ? 30 : Number(minutes ?? 0)];
  if (day === null || h > 23 || m > 59) return null;
  return `${day}T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}
