import type { ReactNode } from 'react';
import styles from './Field.module.css';

type Props = {
  label: ReactNode;
  labelId?: string;
  required?: boolean;
  hint?: string;
  error?: string;
  /** Name of the question; without it the field is passed over when answers move on. */
  question?: string;
  /** Answers by digit go past it. */
  passOver?: boolean;
  aside?: ReactNode;
  children: ReactNode;
};

/** A question with its label, and what is wrong with its answer right below it. */
export function Field({ label, labelId, required, hint, error, question, passOver, aside, children }: Props) {
  return (
    <div className={styles.field} data-question={question} data-pass-over={passOver || undefined}>
      <div className={styles.label} id={labelId}>
        {label}
        {required && <em aria-hidden="true"> *</em>}
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
      {error && (
        <div className={styles.error} role="alert">
          {error}
        </div>
      )}
      {hint && <div className={styles.hint}>{hint}</div>}
    </div>
  );
}
