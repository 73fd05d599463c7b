import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import type { Parted } from '../platform/bindings';
import { Facts } from '../shared/Facts';
import { showDone } from '../shared/notices';
import styles from './archive.module.css';

/** Parts two clients that were made one; what stays because it came later is listed. */
export function PartButton({ merge }: { merge: string }) {
  const { t } = useTranslation();
  const part = useWrite('part_clients');
  const [kept, setKept] = useState<Parted['kept']>([]);
  const run = () =>
    part.mutate(
      { merge },
      {
        onSuccess: (parted) => {
          showDone(parted.line);
          setKept(parted.kept);
        },
      },
    );
  return (
    <>
      <button type="button" className={styles.link} data-testid="part" onClick={run}>
        {t('archive.part')}
      </button>
      <Modal open={kept.length > 0} title={t('archive.keptTitle')} footer={null} onCancel={() => setKept([])} width={480}>
        <p>{t('archive.keptAbout')}</p>
        <Facts facts={kept} />
      </Modal>
    </>
  );
}
