import styles from './bits.module.css';

/** Labels behind a name. */
export function Tags({ tags, most = 9 }: { tags: string[]; most?: number }) {
  const shown = tags.slice(0, most);
  return (
    <>
      {shown.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
      {tags.length > most && <span className={styles.tag}>+{tags.length - most}</span>}
    </>
  );
}
