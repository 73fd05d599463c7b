import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../api/writes';
import { host } from '../platform';
import type { ImportResult } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import fields from '../shared/fields.module.css';
import { openFile } from '../shared/openFile';
import { useDesk } from '../desk/desk';
import { useRoute } from '../desk/route';
import styles from './ImportPage.module.css';
import { ProblemTable } from './ProblemTable';
import { Tally } from './Tally';

type Props = { job: string; results: ImportResult[]; onAnother: () => void };

/** What came of the import, and the rows that did not go in as a workbook to mend. */
export function ImportDone({ job, results, onAnother }: Props) {
  const { t } = useTranslation();
  const go = useRoute((state) => state.go);
  const rejected = results.some((result) => result.rejected.length > 0);
  return (
    <>
      <div className={styles.actions}>
        <h2 data-testid="import-done">✓ {t('imports.done')}</h2>
        <Button size="middle" type="primary" autoFocus onClick={() => go({ page: 'worklist' })} data-testid="import-to-work">
          {t('imports.toWork')}
        </Button>
        <Button size="middle" onClick={onAnother} data-testid="import-another">
          {t('imports.another')}
        </Button>
      </div>
      {results.map((result) => (
        <div key={result.file} className={styles.card}>
          <div className={styles.fileHead}>
            <h2 title={result.file}>{result.file}</h2>
            <span className={styles.about}>{t('imports.newTasks', { count: result.new_tasks })}</span>
          </div>
          <Tally result={result} />
          <ProblemTable rejected={result.rejected} warnings={result.warnings} />
        </div>
      ))}
      {rejected && <ErrorsExport job={job} file={results[0]?.file ?? ''} />}
    </>
  );
}

/** Writes the rows that did not go in to a workbook. */
function ErrorsExport({ job, file }: { job: string; file: string }) {
  const { t } = useTranslation();
  const { office } = useDesk();
  const [path, setPath] = useState(`${office.dir}/${file.replace(/\.[^.]+$/, '')}-${t('imports.problems')}.xlsx`);
  const write = useRun('errors_workbook', { failureShownHere: true });
  const choose = async () => {
    const chosen = await host().chooseSavePath(path, [{ name: t('reports.filter'), extensions: ['xlsx'] }]);
    if (chosen) setPath(chosen);
  };
  return (
    <div className={styles.card}>
      <label className={styles.exportPath}>
        <span>{t('imports.exportPath')}</span>
        <input className={fields.input} data-testid="errors-path" value={path} onChange={(event) => setPath(event.target.value)} />
        <Button onClick={() => void choose()}>{t('reports.saveAs')}</Button>
        <Button loading={write.isPending} disabled={path.trim() === ''} onClick={() => write.mutate({ job, path: path.trim() })} data-testid="errors-export">
          {t('imports.exportErrors')}
        </Button>
      </label>
      {write.data && (
        <p className={styles.fine} data-testid="errors-exported">
          ✓ {t('imports.exported', { rows: write.data.rows, path: write.data.path })}{' '}
          <Button onClick={() => openFile(write.data.path)}>{t('imports.openFile')}</Button>
        </p>
      )}
      {write.error && <Failed error={write.error} />}
    </div>
  );
}
