import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dueText, weekdayName } from '../i18n/days';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import type { Move } from '../shared/questions';
import { useToday } from '../shared/today';
import styles from './Calls.module.css';
import { readMoment } from './hours';

type Props = {
  label: string;
  /** What was typed. */
  value: string;
  onChange: (typed: string) => void;
  onMove?: (from: Element, move: Move) => void;
  testId?: string;
};

/** A day with or without an hour, as the client said it; beside it stands what was understood. */
export function MomentField({ label, value, onChange, onMove, testId }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const hint = useId();
  const moment = readMoment(value, today);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey || !onMove) return;
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
    event.preventDefault();
  };
  const understood = moment && `${dueText(moment, today)} ${weekdayName(moment.slice(0, 10))}${moment.length > 10 ? '' : ` · ${t('calls.wholeDay')}`}`;
  return (
    <span className={`${fields.day} ${styles.moment}`}>
      <input
        className={fields.input}
        aria-label={label}
        aria-describedby={hint}
        placeholder={t('calls.momentPlaceholder')}
        data-testid={testId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output id={hint} className={moment ? fields.understood : fields.hint}>
        {understood ?? (value.trim() ? t('calls.momentUnclear') : '')}
      </output>
    </span>
  );
}
