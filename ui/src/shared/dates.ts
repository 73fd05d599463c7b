/** A civil day, `YYYY-MM-DD`. The page never reads a clock: `today` always comes from the office. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

function toMs(day: Day): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

function fromMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The day that comes so many days later. */
export function addDays(day: Day, days: number): Day {
  return fromMs(toMs(day) + days * MS_PER_DAY);
}

/** How many days from one to the other; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(to) - toMs(from)) / MS_PER_DAY);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return new Date(toMs(day)).getUTCDay() || 7;
}

/** `10-09` in this year, `2027-01-05` in another. */
export function shortDay(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5, 10) : day.slice(0, 10);
}

/** The day of that year, month and day; null when there is none such (02-30). */
export function dayOf(year: number, month: number, day: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || fromMs(ms) !== text ? null : text;
}

/** Whether a text is a civil day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}
