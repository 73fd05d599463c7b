import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { errorText } from '../i18n/codes';
import type { WireError } from '../platform/bindings';
import styles from './states.module.css';

/** What went wrong, in a sentence, with the number by which the log knows it, and a way to try again. */
export function Failed({ error, onRetry, testId }: { error: WireError; onRetry?: () => void; testId?: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.failed} role="alert" data-testid={testId ?? 'failed'} data-code={error.code}>
      <strong>{errorText(error.code)}</strong>
      {error.detail && <p>{error.detail}</p>}
      {error.trace_id && <small>{t('error.trace', { id: error.trace_id })}</small>}
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  );
}
