import { dayWords, hourWords } from '../i18n/days';
import { parseSpokenMoment } from '../shared/spokenMoment';

/** What was typed as a day or a day with an hour (`YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`); null: neither. */
export function readMoment(typed: string, today: string): string | null {
  return parseSpokenMoment(typed, today, dayWords(), hourWords());
}
