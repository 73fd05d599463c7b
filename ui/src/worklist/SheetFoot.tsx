import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './CallSheet.module.css';

type Props = {
  isSaving: boolean;
  faults: number;
  isWritten: boolean;
  fromDraft: boolean;
  nobodyWorks: boolean;
  onSave: () => void;
  onPark: () => void;
  onClear: () => void;
};

/** Park, or save and go on. */
export function SheetFoot({ isSaving, faults, isWritten, fromDraft, nobodyWorks, onSave, onPark, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <footer className={styles.foot}>
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
          <span className={styles.saveKey}>{faults > 0 ? t('sheet.needs', { count: faults }) : 'Ctrl ↵'}</span>
        </Button>
      </div>
    </footer>
  );
}
