import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refetchChanged } from '../api/client';
import { useRun } from '../api/writes';
import { NOUNS } from '../api/nouns';
import type { ImportFiles, ImportResult } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { FilePicker } from './FilePicker';
import { takeHandedFiles } from './handed';
import { ImportDone } from './ImportDone';
import { ImportHistory } from './ImportHistory';
import styles from './ImportPage.module.css';
import { ImportPreview } from './ImportPreview';
import { JobProgress } from './JobProgress';

/** Where the import is: files are chosen, looked at, and only then written. */
type Stage =
  | { at: 'choose' }
  | { at: 'running'; job: string; wish: ImportFiles }
  | { at: 'seen'; wish: ImportFiles; results: ImportResult[] }
  | { at: 'done'; job: string; results: ImportResult[] };

/** 导入: choose, see what it would do, import; what was imported can be taken back. */
export function ImportPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [problem, setProblem] = useState<string | null>(null);
  const start = useRun('start_import', { failureShownHere: true });

  const run = (wish: ImportFiles) => {
    setProblem(null);
    start.mutate(wish, { onSuccess: (status) => setStage({ at: 'running', job: status.job, wish }) });
  };
  const takeHanded = useEffectEvent(() => {
    const files = takeHandedFiles();
    const wish = { files, as: null, dry_run: true, mapping: {} };
    if (files.length > 0) start.mutate(wish, { onSuccess: (status) => setStage({ at: 'running', job: status.job, wish }) });
  });
  // Files that were chosen on another page are looked at without asking again.
  useEffect(() => takeHanded(), []);
  const restart = () => setStage({ at: 'choose' });
  const wish = stage.at === 'running' ? stage.wish : undefined;
  const job = stage.at === 'running' ? stage.job : undefined;
  const onDone = useCallback(
    (results: ImportResult[]) => {
      if (!wish || !job) return;
      if (wish.dry_run) return setStage({ at: 'seen', wish, results });
      // A job's answer names no nouns; an import may touch them all.
      void refetchChanged(client, NOUNS);
      return setStage({ at: 'done', job, results });
    },
    [wish, job, client],
  );
  const onStopped = useCallback((text: string) => {
    setProblem(text);
    setStage({ at: 'choose' });
  }, []);

  return (
    <div className={styles.view}>
      <section className={styles.work} aria-label={t('imports.title')}>
        <h1>{t('imports.title')}</h1>
        {stage.at === 'choose' && <FilePicker isBusy={start.isPending} onCheck={(files) => run({ files, as: null, dry_run: true, mapping: {} })} />}
        {stage.at === 'running' && (
          <JobProgress key={stage.job} job={stage.job} isDryRun={stage.wish.dry_run} onDone={onDone} onStopped={onStopped} />
        )}
        {stage.at === 'seen' && <ImportPreview wish={stage.wish} results={stage.results} onRun={run} onCancel={restart} />}
        {stage.at === 'done' && <ImportDone job={stage.job} results={stage.results} onAnother={restart} />}
        {start.error && <Failed error={start.error} />}
        {problem && (
          <p className={styles.problem} role="alert" data-testid="import-problem">
            {problem}
          </p>
        )}
      </section>
      <ImportHistory />
    </div>
  );
}
