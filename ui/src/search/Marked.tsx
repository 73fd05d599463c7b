import type { Matched } from '../platform/bindings';
import { maskBefore } from '../shared/mask';
import styles from './Palette.module.css';

/** Before a match that stands far back in a long text, so much is kept: the match must not be what is cut off. */
const MOST_BEFORE = 10;
const KEPT_BEFORE = 4;

function shortened(before: string): string {
  const letters = [...before];
  return letters.length > MOST_BEFORE ? `…${letters.slice(-KEPT_BEFORE).join('')}` : before;
}

/** A text with the part marked that answers to what was typed. */
export function Marked({ match }: { match: Matched }) {
  return (
    <>
      {shortened(match.before)}
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
