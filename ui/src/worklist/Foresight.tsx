import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { foreseeQueryOptions } from '../api/queries';
import type { RecordFollowUp } from '../platform/bindings';
import { useSettled } from '../shared/useSettled';
import styles from './CallSheet.module.css';

const REST_MS = 150;
const NOTHING: RecordFollowUp = { tasks: [], channel: '', outcome: '', on: null, again_on: null, phone: null, note: '', by: null, exception: null, attachments: [] };

/** What saving would cause, said while the sheet is being filled in. */
export function Foresight({ followUp }: { followUp: RecordFollowUp | null }) {
  // Compared as text: the sheet makes a new object with every key.
  const settled = useSettled(followUp === null ? '' : JSON.stringify({ ...followUp, note: '' }), REST_MS);
  const { data } = useQuery({
    ...foreseeQueryOptions(settled === '' ? NOTHING : (JSON.parse(settled) as RecordFollowUp)),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
  if (followUp === null || !data || data.lines.length === 0) return null;
  return (
    <div className={styles.foresight} role="status" data-testid="foresight">
      {data.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
