import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { jobStatusQueryOptions } from '../api/queries';
import { useRun } from '../api/writes';
import { codeText } from '../i18n/codes';
import type { ImportResult, WireError } from '../platform/bindings';
import styles from './ImportPage.module.css';

type Props = {
  job: string;
  isDryRun: boolean;
  onDone: (results: ImportResult[]) => void;
  /** It failed or was cancelled: why. */
  onStopped: (text: string) => void;
};

/** How far the job is, and the way to stop it. */
export function JobProgress({ job, isDryRun, onDone, onStopped }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(jobStatusQueryOptions(job));
  const cancel = useRun('cancel_job');
  const lost = error as WireError | null;
  useEffect(() => {
    if (lost) onStopped(lost.detail);
    else if (data?.state === 'done') onDone(data.imports);
    else if (data?.state === 'failed') onStopped(data.error?.text ?? t('error.unknown'));
    else if (data?.state === 'cancelled') onStopped(t('imports.cancelled'));
  }, [data, lost, onDone, onStopped, t]);
  const share = data && data.total > 0 ? Math.min(100, Math.round((data.done / data.total) * 100)) : 0;
  const file = data?.file.split(/[/\\]/).pop() ?? '';
  return (
    <div className={styles.card} data-testid="import-progress">
      <div className={styles.stage}>
        {data ? t('imports.stage', { stage: codeText('importStage', data.stage), file }) : t('common.loading')}
        {data && data.total > 0 && <span>{t('imports.ofTotal', { done: data.done, total: data.total })}</span>}
      </div>
      <Progress percent={share} status="normal" showInfo={false} />
      {!isDryRun && (
        <Button onClick={() => cancel.mutate({ job })} data-testid="import-cancel">
          {t('imports.cancel')}
        </Button>
      )}
    </div>
  );
}
