import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordFollowUp, WireError } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import styles from './CallSheet.module.css';
import { Foresight } from './Foresight';

type Props = {
  /** What would be saved now. */
  followUp: RecordFollowUp | null;
  /** Why saving failed. */
  error: WireError | null;
  isSaving: boolean;
  faults: number;
  isWritten: boolean;
  fromDraft: boolean;
  nobodyWorks: boolean;
  /** The key that saves now. */
  saveKey: string;
  onSave: () => void;
  onPark: () => void;
  onClear: () => void;
};

/** What saving would cause, why it failed; park, or save and go on. */
export function SheetFoot({ followUp, error, isSaving, faults, isWritten, fromDraft, nobodyWorks, saveKey, onSave, onPark, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <footer className={styles.foot}>
      <Foresight followUp={followUp} />
      {error && <Failed error={error} testId="save-failed" />}
      {nobodyWorks && <p className={styles.warn}>{t('sheet.nobodyWorks')}</p>}
      {fromDraft && isWritten && (
        <p className={styles.draft} data-testid="draft-note">
          ✎ {t('sheet.draft')}
          <button type="button" onClick={onClear} data-testid="draft-drop">
            {t('sheet.dropDraft')}
          </button>
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="middle" disabled={!isWritten} onClick={onPark} data-testid="park">
          {t('sheet.park')}
        </Button>
        <Button size="middle" type="primary" className={styles.save} onClick={onSave} data-testid="save">
          {isSaving ? t('sheet.saving') : t('sheet.save')}
          <span className={styles.saveKey}>{faults > 0 ? t('sheet.needs', { count: faults }) : saveKey}</span>
        </Button>
      </div>
    </footer>
  );
}
