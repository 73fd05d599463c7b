import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayWords, weekdayName } from '../i18n/days';
import { isIme } from './ime';
import { type Leaning, parseSpokenDay } from './spokenDay';
import { useToday } from './today';
import type { Move } from './questions';
import styles from './fields.module.css';

type Props = {
  label: string;
  /** What was typed. */
  value: string;
  onChange: (typed: string) => void;
  onMove?: (from: Element, move: Move) => void;
  lean?: Leaning;
  invalid?: boolean;
  testId?: string;
  /** An example where the common ones do not fit. */
  placeholder?: string;
  autoFocus?: boolean;
};

/** A day, typed as people say it; beside it stands the day that was understood. */
export function DayField({ label, value, onChange, onMove, lean = 'future', invalid, testId, placeholder, autoFocus }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const hint = useId();
  const day = parseSpokenDay(value, today, words, lean);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    if (event.ctrlKey && event.key === ';') onChange(words.today.split('|')[0] ?? '');
    else if (event.key === 'Enter' && !event.ctrlKey && onMove) onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
    else return;
    event.preventDefault();
  };
  return (
    <span className={styles.day}>
      <input
        className={styles.input}
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={hint}
        autoFocus={autoFocus}
        value={value}
        placeholder={placeholder ?? t(lean === 'past' ? 'day.placeholderPast' : 'day.placeholder')}
        data-testid={testId}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output id={hint} className={day ? styles.understood : styles.hint}>
        {day ? `${day} ${weekdayName(day)}` : value.trim() ? t('day.unclear') : ''}
      </output>
    </span>
  );
}
