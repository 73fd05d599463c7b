import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLists } from './chooseLists';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import styles from './ImportPage.module.css';

/** Which files: by the dialog, or as pasted paths. */
export function FilePicker({ isBusy, onCheck }: { isBusy: boolean; onCheck: (files: string[]) => void }) {
  const { t } = useTranslation();
  const [paths, setPaths] = useState('');
  // Explorer copies paths in quotation marks.
  const files = paths.split('\n').map((line) => line.trim().replace(/^"(.*)"$/, '$1')).filter(Boolean);
  const choose = async () => {
    const chosen = await chooseLists(t('imports.filter'));
    if (chosen.length > 0) onCheck(chosen);
  };
  return (
    <div className={styles.card}>
      <p className={styles.about}>{t('imports.about')}</p>
      <Button size="large" type="primary" onClick={() => void choose()} loading={isBusy} data-testid="import-choose">
        {t('imports.choose')}
      </Button>
      <label className={styles.paste}>
        <span>{t('imports.paste')}</span>
        <textarea
          className={fields.input}
          rows={3}
          data-testid="import-paths"
          value={paths}
          onChange={(event) => setPaths(event.target.value)}
          onKeyDown={(event) => {
            if (!isIme(event) && event.ctrlKey && event.key === 'Enter' && files.length > 0) onCheck(files);
          }}
        />
      </label>
      <Button disabled={files.length === 0 || isBusy} onClick={() => onCheck(files)} data-testid="import-check">
        {t('imports.check')}
      </Button>
    </div>
  );
}
