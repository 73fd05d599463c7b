import { type HourWords, parseSpokenMoment } from '../shared/spokenMoment';
import { texts } from '../i18n';
import { dayWords } from '../i18n/days';

/** The words by which people name hours. */
export function hourWords(): HourWords {
  const word = (name: keyof HourWords) => texts.t(`calls.words.${name}`);
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

/** What was typed as a day or a day with an hour (`YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`); null: neither. */
export function readMoment(typed: string, today: string): string | null {
  return parseSpokenMoment(typed, today, { ...dayWords(), ...hourWords() });
}
