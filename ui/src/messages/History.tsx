import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentMessagesQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { codeText } from '../i18n/codes';
import { shortDay } from '../shared/dates';
import { showDone } from '../shared/notices';
import { useToday } from '../shared/today';
import styles from './Messages.module.css';

/** What was marked as sent, newest first; each can be taken back as one step. */
export function History() {
  const { t } = useTranslation();
  const today = useToday();
  const { data } = useQuery(sentMessagesQueryOptions());
  const undo = useWrite('undo_sent');
  return (
    <details className={styles.history} data-testid="sent-history">
      <summary>
        {t('messages.history')} {data && data.length > 0 && <b>{data.length}</b>}
      </summary>
      {data?.length === 0 && <p className={styles.fine}>{t('messages.noHistory')}</p>}
      {data?.map((batch) => (
        <div key={batch.batch} className={styles.past} data-testid="sent-batch" data-undone={batch.undone}>
          <strong title={batch.text}>{batch.title}</strong>
          <small>{t('messages.historyLine', { on: shortDay(batch.on, today), channel: codeText('channel', batch.channel), count: batch.count, who: batch.by && ` · ${batch.by}` })}</small>
          {batch.undone ? (
            <em>– {t('messages.takenBack')}</em>
          ) : (
            <Button onClick={() => undo.mutate({ batch: batch.batch }, { onSuccess: ({ line }) => showDone(line) })} data-testid="undo-sent">
              {t('messages.undo')}
            </Button>
          )}
        </div>
      ))}
    </details>
  );
}
