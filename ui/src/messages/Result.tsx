import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRun, useWrite } from '../api/writes';
import { useDesk } from '../desk/desk';
import { codeText } from '../i18n/codes';
import { host } from '../platform';
import type { Composed, ComposeMessages } from '../platform/bindings';
import { asTable, copyText } from '../shared/copyText';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { showDone } from '../shared/notices';
import { openFile } from '../shared/openFile';
import { MessageList } from './MessageList';
import styles from './Messages.module.css';
import { Skipped } from './Skipped';
import { useMessages } from './state';

type Props = {
  wish: ComposeMessages;
  composed: Composed;
  /** The list of another wish is shown until this one's is there: nothing can be done with it. */
  isStale: boolean;
};

/** What each of them would get, who gets nothing, and what to do with it. */
export function Result({ wish, composed, isStale }: Props) {
  const { t } = useTranslation();
  const { office } = useDesk();
  const { again, leaveOut, set } = useMessages();
  const undo = useWrite('undo_sent');
  const mark = useWrite('mark_sent', { failureShownHere: true });
  const write = useRun('export_messages', { failureShownHere: true });
  const { total, rows, skipped } = composed;
  const before = rows.some((row) => row.before !== '') || skipped.some((row) => row.code === 'sent_before');
  const cannot = isStale || total === 0 || wish.text.trim() === '' || composed.unknown.length > 0;

  const copyAll = async () => {
    const done = await copyText(asTable(rows.map((row) => [row.address, row.text])));
    showDone(done ? t('messages.copiedAll', { count: rows.length }) : t('messages.notCopied'));
  };
  const save = async () => {
    const name = t('messages.exportName', { title: wish.title || t('messages.title'), day: office.today });
    const path = await host().chooseSavePath(`${office.dir}/${name}`, [{ name: t('messages.filter'), extensions: ['xlsx', 'csv'] }]);
    if (path) write.mutate({ messages: wish, path });
  };
  const markSent = () =>
    mark.mutate(
      { messages: wish, count: total },
      {
        onSuccess: ({ line, batch }) => {
          set({ leaveOut: [], again: false });
          showDone(line, () => undo.mutate({ batch }, { onSuccess: () => showDone(t('messages.undone', { title: wish.title })) }));
        },
      },
    );
  return (
    <>
      <div className={styles.head}>
        <h2 data-testid="message-total">{t('messages.result', { count: total })}</h2>
        <span>
          {[composed.skipped_total > 0 && t('messages.skipped', { count: composed.skipped_total }), composed.counted > 0 && t('messages.counted', { count: composed.counted })].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className={styles.actions}>
        <Button size="middle" disabled={cannot} onClick={() => void copyAll()} data-testid="copy-all">
          {t('messages.copyAll')}
        </Button>
        <Button size="middle" disabled={cannot} loading={write.isPending} onClick={() => void save()} data-testid="export-messages">
          {t('messages.export')}
        </Button>
        <Button size="middle" type="primary" disabled={cannot} loading={mark.isPending} onClick={markSent} data-testid="mark-sent">
          {t('messages.mark', { count: total })}
        </Button>
      </div>
      <p className={styles.fine}>{t('messages.marking', { channel: codeText('channel', wish.channel) })}</p>
      {before && (
        <label className={styles.again}>
          <input type="checkbox" checked={again} onChange={(event) => set({ again: event.target.checked })} data-testid="send-again" /> {t('messages.again')}
        </label>
      )}
      {leaveOut.length > 0 && (
        <p className={styles.fine}>
          {t('messages.takenOut', { count: leaveOut.length })}{' '}
          <Button type="link" onClick={() => set({ leaveOut: [] })} data-testid="put-back">
            {t('messages.putBack')}
          </Button>
        </p>
      )}
      {mark.error && <Failed error={mark.error} />}
      {write.error && <Failed error={write.error} />}
      {write.data && (
        <p className={styles.fine} data-testid="messages-exported">
          ✓ {t('messages.exported', { ...write.data })} <Button onClick={() => openFile(write.data.path)}>{t('messages.openFile')}</Button>
        </p>
      )}
      {total === 0 ? <Empty text={t('messages.nobody')} next={t('messages.nobodyNext')} /> : <MessageList rows={rows} total={total} />}
      <Skipped rows={skipped} total={composed.skipped_total} />
    </>
  );
}
