import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportFiles, ImportResult } from '../platform/bindings';
import { FileLook } from './FileLook';
import styles from './ImportPage.module.css';

type Props = {
  wish: ImportFiles;
  results: ImportResult[];
  onRun: (wish: ImportFiles) => void;
  onCancel: () => void;
};

/** What the import would do, file by file. Nothing is written before the button says how many rows. */
export function ImportPreview({ wish, results, onRun, onCancel }: Props) {
  const { t } = useTranslation();
  const rows = results.reduce((sum, result) => sum + result.created + result.updated, 0);
  return (
    <>
      <div className={styles.actions}>
        <Button size="middle" type="primary" autoFocus disabled={rows === 0} onClick={() => onRun({ ...wish, dry_run: false })} data-testid="import-run">
          {rows === 0 ? t('imports.nothingToRun') : t('imports.run', { count: rows })}
        </Button>
        <Button size="middle" onClick={onCancel} data-testid="import-back">
          {t('common.cancel')}
        </Button>
        <span className={styles.about}>{t('imports.dryDone')}</span>
      </div>
      {results.map((result) => (
        <FileLook
          key={result.file}
          result={result}
          onKind={(kind) => onRun({ ...wish, as: kind, mapping: {} })}
          onMap={(column, field) => onRun({ ...wish, mapping: { ...wish.mapping, [column]: field } })}
        />
      ))}
    </>
  );
}
