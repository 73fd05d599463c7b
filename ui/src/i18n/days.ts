import { type Day, daysBetween, shortDay, weekday } from '../shared/dates';
import type { DayWords } from '../shared/spokenDay';
import type { HourWords } from '../shared/spokenMoment';
import { texts } from './index';

/** The words by which people name days. */
export function dayWords(): DayWords {
  const word = (name: keyof DayWords) => texts.t(`day.words.${name}`);
  return {
    today: word('today'),
    tomorrow: word('tomorrow'),
    afterTomorrow: word('afterTomorrow'),
    yesterday: word('yesterday'),
    weekdays: word('weekdays'),
    week: word('week'),
    next: word('next'),
    year: word('year'),
    month: word('month'),
    dayOfMonth: word('dayOfMonth'),
    daysLater: word('daysLater'),
  };
}

export const useDayWords = dayWords;

/** The words by which people name hours. */
export function hourWords(): HourWords {
  const word = (name: keyof HourWords) => texts.t(`day.words.${name}`);
  return {
    morning: word('morning'),
    noon: word('noon'),
    afternoon: word('afternoon'),
    evening: word('evening'),
    hour: word('hour'),
    half: word('half'),
    minute: word('minute'),
  };
}

export const useHourWords = hourWords;

/** 周五. */
export function weekdayName(day: Day): string {
  return texts.t('day.weekday', { name: texts.t('day.words.weekdays').split('|')[weekday(day) - 1] ?? '' });
}

/** 今天, 明天, else `10-12 周一` within two weeks, else `11-30`; with the minute where there is one. */
export function dueText(due: string, today: Day): string {
  const day = due.slice(0, 10);
  const away = daysBetween(today, day);
  const time = due.length > 10 ? ` ${due.slice(11, 16)}` : '';
  if (away === 0) return texts.t('day.today') + time;
  if (away === 1) return texts.t('day.tomorrow') + time;
  return shortDay(day, today) + time;
}

/** `10-12 周一`. */
export function dayWithWeekday(day: Day, today: Day): string {
  return `${shortDay(day, today)} ${weekdayName(day)}`;
}
