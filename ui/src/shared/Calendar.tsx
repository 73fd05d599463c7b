import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day, dayOf } from './dates';
import { isIme } from './ime';
import { useMonth } from './months';
import { useToday } from './today';
import styles from './Calendar.module.css';

type Props = { label: string; value: Day | null; onPick: (day: Day) => void; onClose: () => void };

/** A month to pick a day from: lunar days, festivals, 休 and 班. Arrows walk, PageUp and PageDown turn the month. */
export function Calendar({ label, value, onPick, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const [at, setAt] = useState(value ?? today);
  const month = at.slice(0, 7);
  const days = useMonth(month);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at, days]);
  useEffect(() => {
    const away = (event: MouseEvent) => !box.current?.contains(event.target as Node) && onClose();
    window.addEventListener('mousedown', away);
    return () => window.removeEventListener('mousedown', away);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event)) return;
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const turns: Record<string, number> = { PageUp: -1, PageDown: 1 };
    if (event.key in steps) setAt(addDays(at, steps[event.key]!));
    else if (event.key in turns) setAt(turned(at, turns[event.key]!));
    else if (event.key === 'Home') setAt(today);
    else if (event.key === 'Enter') onPick(at);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab') return onClose();
    else return;
    // What stands below (a dialog, a form) has keys of its own.
    event.stopPropagation();
    event.preventDefault();
  };

  return (
    <div ref={box} role="dialog" aria-label={label} className={styles.box} data-testid="calendar" onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <button type="button" tabIndex={-1} aria-label={t('day.monthBefore')} onClick={() => setAt(turned(at, -1))}>
          ‹
        </button>
        <strong>{t('day.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}</strong>
        <button type="button" tabIndex={-1} aria-label={t('day.monthAfter')} onClick={() => setAt(turned(at, 1))}>
          ›
        </button>
      </div>
      <div className={styles.grid} role="grid" aria-label={label}>
        {t('day.words.weekdays').split('|').slice(0, 7).map((name) => (
          <span key={name} className={styles.weekday} role="columnheader">
            {name}
          </span>
        ))}
        {(days ?? []).map((day) => (
          <button
            key={day.day}
            type="button"
            role="gridcell"
            tabIndex={day.day === at ? 0 : -1}
            aria-selected={day.day === at}
            aria-current={day.day === today ? 'date' : undefined}
            data-day={day.day}
            data-mark={day.mark ?? undefined}
            data-off={!day.works || undefined}
            data-other={day.day.slice(0, 7) !== month || undefined}
            className={styles.day}
            onClick={() => onPick(day.day)}
          >
            <b>{Number(day.day.slice(8))}</b>
            <small>{day.name ?? day.lunar}</small>
            {day.mark && <i>{t(day.mark === 'rest' ? 'day.rest' : 'day.work')}</i>}
          </button>
        ))}
      </div>
      <p className={styles.foot}>{t('day.calendarKeys')}</p>
    </div>
  );
}

/** The same day of another month, clamped to its end. */
function turned(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  for (let date = Number(day.slice(8, 10)); date > 27; date -= 1) {
    const found = dayOf(year, month, date);
    if (found) return found;
  }
  return dayOf(year, month, Number(day.slice(8, 10))) ?? day;
}
