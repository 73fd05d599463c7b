import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Nothing to see, said calmly, with what comes next. */
export function Empty({ text, next, children }: { text: string; next?: string; children?: ReactNode }) {
  return (
    <div className={styles.empty} data-testid="empty">
      <p className={styles.emptyText}>{text}</p>
      {next && <p className={styles.next}>{next}</p>}
      {children}
    </div>
  );
}
