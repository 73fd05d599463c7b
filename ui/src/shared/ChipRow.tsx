import styles from './ChipRow.module.css';

export type Chip = { value: string; label: string; count?: number; late?: boolean };
type Props = { label: string; chips: Chip[]; value: string; onChange: (value: string) => void; testId: string };

/** Chips over a list: each shows how much stands under it, one is on. */
export function ChipRow({ label, chips, value, onChange, testId }: Props) {
  return (
    <div className={styles.chips} role="tablist" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          role="tab"
          aria-selected={chip.value === value}
          className={[styles.chip, chip.late && (chip.count ?? 0) > 0 && styles.late, chip.value === value && styles.on].filter(Boolean).join(' ')}
          data-testid={`${testId}-${chip.value}`}
          onClick={() => onChange(chip.value)}
        >
          {chip.label} {chip.count !== undefined && <b>{chip.count}</b>}
        </button>
      ))}
    </div>
  );
}
