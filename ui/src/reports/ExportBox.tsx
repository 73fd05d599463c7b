import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../api/writes';
import { useDesk } from '../desk/desk';
import { host } from '../platform';
import { Failed } from '../shared/Failed';
import fields from '../shared/fields.module.css';
import { openFile } from '../shared/openFile';
import styles from './ReportPage.module.css';

/** Writes the quarter as a workbook, and opens it. */
export function ExportBox({ period }: { period: string }) {
  const { t } = useTranslation();
  const { office } = useDesk();
  const [path, setPath] = useState(`${office.dir}/${t('reports.fileName', { period })}`);
  const write = useRun('export_report', { failureShownHere: true });
  const choose = async () => {
    const chosen = await host().chooseSavePath(path, [{ name: t('reports.filter'), extensions: ['xlsx'] }]);
    if (chosen) setPath(chosen);
  };
  return (
    <section className={styles.export}>
      <label>
        <span>{t('reports.exportPath')}</span>
        <input className={fields.input} data-testid="export-path" value={path} onChange={(event) => setPath(event.target.value)} />
      </label>
      <Button onClick={() => void choose()} data-testid="export-choose">
        {t('reports.saveAs')}
      </Button>
      <Button type="primary" loading={write.isPending} disabled={path.trim() === ''} onClick={() => write.mutate({ period, path: path.trim() })} data-testid="export">
        {t('reports.export')}
      </Button>
      {write.data && (
        <span className={styles.exported} data-testid="exported">
          ✓ {t('reports.exported', { rows: write.data.rows })}
          <Button onClick={() => openFile(write.data.path)} data-testid="open-file">
            {t('reports.openFile')}
          </Button>
        </span>
      )}
      {write.error && <Failed error={write.error} />}
    </section>
  );
}
