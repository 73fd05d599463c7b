import type { LabelValue } from '../platform/bindings';
import { looksLikePhone } from './mask';
import { Phone } from './Phone';
import styles from './bits.module.css';

/** What fits into half a line. */
const SHORT = 11;

/** Labels and values; compact ones stand two in a line. What looks like a telephone number is masked. */
export function Facts({ facts, compact }: { facts: LabelValue[]; compact?: boolean }) {
  return (
    <dl className={compact ? `${styles.facts} ${styles.compact}` : styles.facts}>
      {facts.map((fact) => (
        <div key={`${fact.label}-${fact.value}`} data-long={fact.value.length > SHORT || undefined}>
          <dt>{fact.label}</dt>
          <dd>{looksLikePhone(fact.value) ? <Phone phone={fact.value} /> : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
