import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { struckMattersQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { asWireError } from '../platform';
import { shortDay } from '../shared/dates';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { showDone } from '../shared/notices';
import { useToday } from '../shared/today';
import { editOf } from './edits';
import styles from './Bin.module.css';

/** 回收站: what was struck out in the last thirty days, each with a way back. */
export function Bin({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const { data, error, refetch } = useQuery(struckMattersQueryOptions());
  const restore = useWrite('edit_matter');
  return (
    <Modal open title={t('matters.bin')} footer={null} width={720} onCancel={onClose}>
      <p className={styles.about}>{t('matters.binAbout')}</p>
      {error && <Failed error={asWireError(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Empty text={t('matters.binEmpty')} />}
      <ul className={styles.list}>
        {(data ?? []).map((row) => (
          <li key={row.matter.id} data-testid="struck-matter">
            <div>
              <strong>
                {row.matter.kind_label} {row.matter.no}
              </strong>{' '}
              {row.client?.name ?? t('matters.nobodyShort')} {row.text}
              <small>
                {shortDay(row.on, today)} {row.by} · {row.reason} · {t('matters.until', { day: shortDay(row.until, today) })}
              </small>
            </div>
            <Button data-testid="restore-matter" loading={restore.isPending} onClick={() => restore.mutate(editOf(row.matter.id, 'restore'), { onSuccess: ({ line }) => showDone(line) })}>
              {t('matters.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
