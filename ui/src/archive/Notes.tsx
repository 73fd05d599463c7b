import { useTranslation } from 'react-i18next';
import { goToClient } from '../desk/route';
import type { CheckNote } from '../platform/bindings';
import styles from './archive.module.css';

type Props = { of: string; notes: CheckNote[]; onLeave?: () => void; children?: React.ReactNode };

/** What the checks say of a field, right below it; none of it forbids. The client of whom they speak opens from here. */
export function Notes({ of, notes, onLeave, children }: Props) {
  const { t } = useTranslation();
  const mine = notes.filter((note) => note.field === of);
  if (mine.length === 0) return null;
  const open = (client: string) => {
    onLeave?.();
    goToClient(client);
  };
  return (
    <div className={styles.notes} role="status" data-testid={`note-${of}`}>
      {mine.map((note) => (
        <div key={note.text}>
          <span>{note.text}</span>
          {note.client && (
            <button type="button" tabIndex={-1} className={styles.link} data-testid="note-open" onClick={() => open(note.client!.id)}>
              {t('archive.open')}
            </button>
          )}
          {children}
        </div>
      ))}
    </div>
  );
}
