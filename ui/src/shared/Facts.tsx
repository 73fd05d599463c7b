import type { ReactNode } from 'react';
import type { LabelValue } from '../platform/bindings';
import { looksLikeId, looksLikePhone } from './mask';
import { IdNumber, Phone } from './Phone';
import styles from './bits.module.css';

/** What fits into half a line. */
const SHORT = 11;

/** Labels and values; compact ones stand two in a line. What looks like a telephone or identity number is masked. */
export function Facts({ facts, compact }: { facts: LabelValue[]; compact?: boolean }) {
  return (
    <dl className={compact ? `${styles.facts} ${styles.compact}` : styles.facts}>
      {facts.map((fact) => (
        <div key={`${fact.label}-${fact.value}`} data-long={fact.value.length > SHORT || undefined}>
          <dt>{fact.label}</dt>
          <dd>{shown(fact.value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: string): ReactNode {
  if (looksLikePhone(value)) return <Phone phone={value} />;
  return looksLikeId(value) ? <IdNumber id={value} /> : value;
}
