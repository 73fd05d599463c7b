import { addDays, type Day, dayOf, daysBetween, weekday } from './dates';

/** The words for days, from the catalogue; alternatives stand beside each other with `|`. */
export type DayWords = {
  today: string;
  tomorrow: string;
  afterTomorrow: string;
  yesterday: string;
  /** Monday to Sunday. */
  weekdays: string;
  /** What stands before a weekday: 周|星期|礼拜. */
  week: string;
  /** What stands before that for the next week: 下. */
  next: string;
  year: string;
  /** 月, and what may follow a day of the month: 日|号. */
  month: string;
  dayOfMonth: string;
  /** What follows a number of days: 天后. */
  daysLater: string;
};

/** Where a day without a year lies: calls to come lean to the future, what was done leans to the past. */
export type Leaning = 'future' | 'past';

/**
 * Reads a day as people say it: `1122`, `11-22`, `11月22日`, `22号`, `+7`, `7天后`, 今天, 明天, 下周一, `2026-11-22`,
 * `20261122`. Gives null for what is no day.
 */
export function parseSpokenDay(text: string, today: Day, words: DayWords, lean: Leaning = 'future'): Day | null {
  const said = text.trim().replaceAll(/\s+/g, '');
  if (said === '') return null;
  return named(said, today, words) ?? relative(said, today, words) ?? onWeekday(said, today, words) ?? written(said, today, words, lean);
}

function named(said: string, today: Day, words: DayWords): Day | null {
  const offsets: [string, number][] = [
    [words.today, 0],
    [words.tomorrow, 1],
    [words.afterTomorrow, 2],
    [words.yesterday, -1],
  ];
  const found = offsets.find(([names]) => names.split('|').includes(said));
  return found ? addDays(today, found[1]) : null;
}

function relative(said: string, today: Day, words: DayWords): Day | null {
  const match = new RegExp(`^(?:([+-]\\d{1,3})|(\\d{1,3})(?:${words.daysLater}))$`).exec(said);
  return match ? addDays(today, Number(match[1] ?? match[2])) : null;
}

/** 周五 is the next Friday from today on; 下周五 is that of the week after this. */
function onWeekday(said: string, today: Day, words: DayWords): Day | null {
  const match = new RegExp(`^(${words.next})?(?:${words.week})(${words.weekdays})$`).exec(said);
  if (!match) return null;
  const names = words.weekdays.split('|');
  // The names list Sunday's second name (天) last: it is Sunday too.
  const wanted = Math.min(names.indexOf(match[2] ?? '') + 1, 7);
  const monday = addDays(today, 1 - weekday(today));
  if (match[1]) return addDays(monday, 7 + wanted - 1);
  const thisWeek = addDays(monday, wanted - 1);
  return daysBetween(today, thisWeek) < 0 ? addDays(thisWeek, 7) : thisWeek;
}

function written(said: string, today: Day, words: DayWords, lean: Leaning): Day | null {
  const full = /^(\d{4})(\d{2})(\d{2})$/.exec(said) ?? inFull(words).exec(said);
  if (full) return dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const packed = /^(\d{2})(\d{2})$|^(\d)(\d{2})$/.exec(said);
  if (packed) return inSomeYear(Number(packed[1] ?? packed[3]), Number(packed[2] ?? packed[4]), today, lean);
  const split = new RegExp(`^(\\d{1,2})(?:[-/.]|${words.month})(\\d{1,2})(?:${words.dayOfMonth})?$`).exec(said);
  if (split) return inSomeYear(Number(split[1]), Number(split[2]), today, lean);
  const dayOnly = new RegExp(`^(\\d{1,2})(?:${words.dayOfMonth})$`).exec(said);
  return dayOnly ? inSomeMonth(Number(dayOnly[1]), today, lean) : null;
}

/** `2026-11-22`, `2026/1/5`, `2026年11月22日`. */
function inFull(words: DayWords): RegExp {
  return new RegExp(`^(\\d{4})(?:[-/.]|${words.year})(\\d{1,2})(?:[-/.]|${words.month})(\\d{1,2})(?:${words.dayOfMonth})?$`);
}

function inSomeYear(month: number, day: number, today: Day, lean: Leaning): Day | null {
  const year = Number(today.slice(0, 4));
  const here = dayOf(year, month, day);
  const wrongSide = here !== null && (lean === 'future' ? here < today : here > today);
  if (here !== null && !wrongSide) return here;
  return dayOf(year + (lean === 'future' ? 1 : -1), month, day);
}

function inSomeMonth(day: number, today: Day, lean: Leaning): Day | null {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const here = dayOf(year, month, day);
  const wrongSide = here === null || (lean === 'future' ? here < today : here > today);
  if (!wrongSide) return here;
  const next = month - 1 + (lean === 'future' ? 1 : -1);
  return dayOf(year + Math.floor(next / 12), (((next % 12) + 12) % 12) + 1, day);
}
