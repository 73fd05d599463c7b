import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDayWords, useHourWords, weekdayName } from '../i18n/days';
import { Calendar } from './Calendar';
import { isIme } from './ime';
import { type Leaning, parseSpokenDay } from './spokenDay';
import { parseSpokenMoment } from './spokenMoment';
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
  /** An hour may stand behind the day. */
  withTime?: boolean;
};

/** A day, typed as people say it; beside it stands the day that was understood. F4 opens the calendar. */
export function DayField({ label, value, onChange, onMove, lean = 'future', invalid, testId, placeholder, autoFocus, withTime }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [words, hours] = [useDayWords(), useHourWords()];
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const moment = withTime ? parseSpokenMoment(value, today, words, hours, lean) : parseSpokenDay(value, today, words, lean);
  const day = moment?.slice(0, 10) ?? null;
  const close = () => {
    setOpen(false);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    if (event.ctrlKey && event.key === ';') onChange(words.today.split('|')[0] ?? '');
    else if (event.key === 'F4' || (event.altKey && event.key === 'ArrowDown')) setOpen(true);
    else if (event.key === 'Enter' && !event.ctrlKey && onMove) onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
    else return;
    event.preventDefault();
  };
  return (
    <span className={styles.day}>
      <span className={styles.dayInput}>
        <input
          ref={input}
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
        <button type="button" tabIndex={-1} className={styles.open} aria-label={t('day.open', { label })} title={t('day.openKey')} data-testid={testId && `${testId}-open`} onClick={() => setOpen(!isOpen)}>
          ▾
        </button>
        {isOpen && (
          <Calendar
            label={label}
            value={day}
            onClose={close}
            onPick={(picked) => {
              // The hour that was typed stays.
              const time = withTime && moment && moment.length > 10 ? ` ${moment.slice(11)}` : '';
              onChange(picked + time);
              close();
            }}
          />
        )}
      </span>
      <output id={hint} className={day ? styles.understood : styles.hint}>
        {day ? `${day} ${weekdayName(day)}${moment && moment.length > 10 ? ` ${moment.slice(11)}` : ''}` : value.trim() ? t('day.unclear') : ''}
      </output>
    </span>
  );
}
