import { type KeyboardEvent, useRef } from 'react';
import { isIme } from './ime';
import type { Move } from './questions';
import styles from './ChoiceGroup.module.css';

type Props = {
  label: string;
  choices: string[];
  value: string[];
  onChange: (value: string[]) => void;
  onMove?: (from: Element, move: Move) => void;
  testId?: string;
};

/** Several answers side by side: a digit puts one on or off, Enter moves on. One stop for Tab. */
export function CheckGroup({ label, choices, value, onChange, onMove, testId }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const toggle = (choice: string | undefined) => {
    if (choice === undefined) return;
    onChange(value.includes(choice) ? value.filter((other) => other !== choice) : [...value, choice]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.ctrlKey || event.altKey) return;
    const boxes = [...(group.current?.querySelectorAll<HTMLElement>('[role=checkbox]') ?? [])];
    const at = boxes.indexOf(event.target as HTMLElement);
    if (/^\d$/.test(event.key)) toggle(choices[(Number(event.key) || 10) - 1]);
    else if (event.key === 'ArrowRight') boxes[at + 1]?.focus();
    else if (event.key === 'ArrowLeft') boxes[at - 1]?.focus();
    else if (event.key === 'Enter') onMove?.(event.currentTarget, event.shiftKey ? 'before' : 'next');
    else if (event.key === 'ArrowDown') onMove?.(event.currentTarget, 'next');
    else if (event.key === 'ArrowUp') onMove?.(event.currentTarget, 'before');
    else return;
    event.preventDefault();
  };
  return (
    <div ref={group} role="group" aria-label={label} className={styles.group} onKeyDown={onKeyDown}>
      {choices.map((choice, index) => (
        <button
          key={choice}
          type="button"
          role="checkbox"
          aria-checked={value.includes(choice)}
          tabIndex={index === 0 ? 0 : -1}
          className={value.includes(choice) ? `${styles.choice} ${styles.on}` : styles.choice}
          data-testid={testId && `${testId}-${index + 1}`}
          onClick={() => toggle(choice)}
        >
          {value.includes(choice) ? '☑ ' : '☐ '}
          {choice}
          {index < 10 && <span className={styles.digit}>{(index + 1) % 10}</span>}
        </button>
      ))}
    </div>
  );
}
