import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { isIme } from './ime';
import type { Move } from './questions';
import styles from './ChoiceGroup.module.css';

/** One of the answers. */
export type Choice = { value: string; label: string; bad?: boolean };

type Props = {
  label: string;
  labelledBy?: string;
  choices: Choice[];
  value: string | null;
  onChange: (value: string) => void;
  /** Goes to the next question, or the one before. */
  onMove?: (from: Element, move: Move) => void;
  invalid?: boolean;
  disabled?: boolean;
  testId?: string;
  /** Small, without digits: for what is seldom changed. */
  quiet?: boolean;
};

/**
 * Answers side by side, one key each: a digit chooses and moves on, arrows walk, Enter moves on. One stop for Tab.
 */
export function ChoiceGroup(props: Props) {
  const { choices, value, onChange, onMove, testId } = props;
  const group = useRef<HTMLDivElement>(null);
  const chosen = choices.findIndex((choice) => choice.value === value);

  const choose = (index: number) => {
    const choice = choices[index];
    // Committed at once, because what is asked next may depend on this answer.
    if (choice) flushSync(() => onChange(choice.value));
  };
  const walk = (by: number) => {
    const next = (Math.max(chosen, 0) + by + choices.length) % choices.length;
    choose(chosen < 0 && by > 0 ? 0 : next);
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[chosen < 0 && by > 0 ? 0 : next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = /^\d$/.test(event.key) ? Number(event.key) || 10 : 0;
    if (digit > 0 && digit <= choices.length) {
      choose(digit - 1);
      onMove?.(event.currentTarget, 'onward');
    } else if (event.key === 'ArrowRight') walk(1);
    else if (event.key === 'ArrowLeft') walk(-1);
    else if (event.key === 'ArrowDown') onMove?.(event.currentTarget, 'next');
    else if (event.key === 'ArrowUp') onMove?.(event.currentTarget, 'before');
    else if (event.key === 'Enter') onMove?.(event.currentTarget, event.shiftKey ? 'before' : 'next');
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={props.labelledBy ? undefined : props.label}
      aria-labelledby={props.labelledBy}
      aria-invalid={props.invalid || undefined}
      className={[styles.group, props.quiet && styles.quiet, props.invalid && styles.invalid].filter(Boolean).join(' ')}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, index) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          disabled={props.disabled}
          className={[styles.choice, index === chosen && styles.on, choice.bad && styles.bad].filter(Boolean).join(' ')}
          data-testid={testId && `${testId}-${index + 1}`}
          data-value={choice.value}
          onClick={() => choose(index)}
        >
          {choice.label}
          {!props.quiet && index < 10 && <span className={styles.digit}>{(index + 1) % 10}</span>}
        </button>
      ))}
    </div>
  );
}
