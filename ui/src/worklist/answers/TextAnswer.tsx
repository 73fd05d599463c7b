import type { KeyboardEvent } from 'react';
import type { FormField } from '../../platform/bindings';
import fields from '../../shared/fields.module.css';
import { isIme } from '../../shared/ime';
import type { Move } from '../../shared/questions';
import styles from './answers.module.css';

type Props = {
  label: string;
  value: string;
  invalid: boolean;
  testId: string;
  onChange: (text: string) => void;
  onMove: (from: Element, move: Move) => void;
};

/** Enter moves on, but not the Enter that confirms a candidate of the input method. */
function moves(onMove: Props['onMove']) {
  return (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
  };
}

/** One line of text. */
export function TextAnswer({ label, value, invalid, testId, onChange, onMove }: Props) {
  return (
    <input
      className={fields.input}
      type="text"
      aria-label={label}
      aria-invalid={invalid || undefined}
      data-testid={testId}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={moves(onMove)}
    />
  );
}

/** Several lines: Enter makes a line, Ctrl+Enter goes on, Shift+Ctrl+Enter goes back. */
export function LinesAnswer({ label, value, invalid, testId, lines, onChange, onMove }: Props & { lines: number }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    // Elsewhere on the sheet the same keys save.
    event.stopPropagation();
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
  };
  return (
    <textarea
      className={fields.input}
      rows={Math.min(lines, 8)}
      aria-label={label}
      aria-invalid={invalid || undefined}
      data-testid={testId}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** A number with its unit. */
export function NumberAnswer({ field, label, value, invalid, testId, onChange, onMove }: Props & { field: FormField }) {
  return (
    <span className={styles.number}>
      <input
        className={fields.input}
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={invalid || undefined}
        data-testid={testId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={moves(onMove)}
      />
      {field.unit && <span>{field.unit}</span>}
    </span>
  );
}
