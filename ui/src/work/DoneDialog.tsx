import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawsQueryOptions, finishedQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { asWireError } from '../platform';
import type { FinishedRow } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { InlineReason } from '../shared/InlineReason';
import { showDone } from '../shared/notices';
import styles from './Draw.module.css';
import { useWork } from './state';

/** What of the office's work was done: the draws with their sheets, and what was finished. */
export function DoneDialog() {
  const { t } = useTranslation();
  const { close, showDraw } = useWork();
  const draws = useQuery(drawsQueryOptions());
  const finished = useQuery(finishedQueryOptions());
  const error = draws.error ?? finished.error;
  return (
    <Modal open title={t('work.doneTitle')} footer={null} onCancel={close} width={760} style={{ top: 56 }}>
      <div className={styles.form} data-testid="done">
        {error && <Failed error={asWireError(error)} />}
        {draws.data && draws.data.length > 0 && (
          <section>
            <h3 className={styles.group}>{t('work.draws', { count: draws.data.length })}</h3>
            {draws.data.map((draw) => (
              <div key={draw.draw} className={styles.done} data-voided={draw.voided !== null} data-testid="done-draw">
                <time>{draw.on}</time>
                <span title={draw.title}>
                  {draw.title}
                  <small>{`${draw.period} · ${t('work.drawnOf', draw)}`}</small>
                </span>
                <span>{draw.by}</span>
                <button type="button" className={styles.act} onClick={() => showDraw(draw.draw)}>
                  {t('work.sheet')}
                </button>
              </div>
            ))}
          </section>
        )}
        {finished.data && finished.data.length > 0 && (
          <section>
            <h3 className={styles.group}>{t('work.finishedOnes', { count: finished.data.length })}</h3>
            {finished.data.map((row) => (
              <Finished key={row.decision} row={row} />
            ))}
          </section>
        )}
        {draws.data?.length === 0 && finished.data?.length === 0 && <Empty text={t('work.nothingDone')} />}
      </div>
    </Modal>
  );
}

function Finished({ row }: { row: FinishedRow }) {
  const { t } = useTranslation();
  const [isVoiding, setVoiding] = useState(false);
  const strike = useWrite('void_decision', { failureShownHere: true });
  const confirm = (reason: string) =>
    strike.mutate(
      { decision: row.decision, reason },
      {
        onSuccess: () => {
          setVoiding(false);
          showDone(t('work.undone', { title: row.title }));
        },
      },
    );
  return (
    <div className={styles.done} data-voided={row.voided} data-testid="done-row">
      <time>{row.on}</time>
      {isVoiding ? (
        <span data-wide>
          <InlineReason label={t('common.reason')} okText={t('common.undo')} isBusy={strike.isPending} testId="undo-done" onConfirm={confirm} onCancel={() => setVoiding(false)} />
        </span>
      ) : (
        <>
          <span title={row.because}>
            {row.title}
            <small>{row.note || row.because}</small>
          </span>
          <span>{row.by}</span>
          {row.voided ? (
            <span>{t('work.takenBack')}</span>
          ) : (
            <button type="button" className={styles.act} data-testid="done-undo" onClick={() => setVoiding(true)}>
              {t('common.undo')}
            </button>
          )}
        </>
      )}
      {strike.error && <Failed error={strike.error} />}
    </div>
  );
}
