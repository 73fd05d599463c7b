import type { LabelValue } from '../platform/bindings';
import { looksLikePhone } from './mask';
import { Phone } from './Phone';
import styles from './bits.module.css';

/** Labels and values; what looks like a telephone number is masked. */
export function Facts({ facts }: { facts: LabelValue[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={`${fact.label}-${fact.value}`}>
          <dt>{fact.label}</dt>
          <dd>{looksLikePhone(fact.value) ? <Phone phone={fact.value} /> : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
