import type { Matched } from '../platform/bindings';
import { maskBefore } from '../shared/mask';
import styles from './Palette.module.css';

/** A text with the part marked that answers to what was typed. */
export function Marked({ match }: { match: Matched }) {
  return (
    <>
      {match.before}
      <mark className={styles.mark}>{match.hit}</mark>
      {match.after}
    </>
  );
}

/** A telephone number of which only what was typed, and what is always shown, can be read. */
export function MarkedPhone({ match }: { match: Matched }) {
  const length = match.before.length + match.hit.length;
  return <Marked match={{ ...match, before: maskBefore(match.before, length) }} />;
}
