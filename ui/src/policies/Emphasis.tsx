import { useTranslation } from 'react-i18next';
import styles from './PackPaper.module.css';

/** A sentence of a policy with its lengths of time and shares marked: what an inspector looks for first. */
export function Emphasis({ text }: { text: string }) {
  const { t } = useTranslation();
  const pieces = text.split(new RegExp(`(${t('policies.emphasis')})`));
  // With one group in the pattern, every second piece is what it found.
  return pieces.map((piece, index) => (index % 2 === 1 ? <em key={index} className={styles.number}>{piece}</em> : piece));
}

/** `002-12-03 05 06`: ids of one policy are written in full once. */
export function shortClauses(ids: readonly string[]): string {
  let policy = '';
  const short = ids.map((id) => {
    const cut = id.lastIndexOf('-');
    const same = id.slice(0, cut) === policy;
    policy = id.slice(0, cut);
    return same ? id.slice(cut + 1) : id;
  });
  return short.join(' ');
}
