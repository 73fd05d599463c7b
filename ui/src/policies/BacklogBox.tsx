import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { backlogQueryOptions, staffListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import type { WaiverBrief } from '../platform/bindings';
import { Field } from '../shared/Field';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';
import styles from './ChangePanel.module.css';

/** What of the pack is overdue: waived in one approved step, and taken back in one. */
export function BacklogBox({ pack }: { pack: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(backlogQueryOptions(pack));
  const undo = useWrite('undo_waiver');
  const [isAsking, setAsking] = useState(false);
  if (!data || (data.count === 0 && data.waivers.length === 0)) return null;
  const takeBack = (waiver: WaiverBrief) => undo.mutate({ id: waiver.id }, { onSuccess: (changed) => showDone(changed.line) });
  return (
    <section className={styles.section} data-testid="backlog">
      <h3>{t('policies.backlog')}</h3>
      <p className={styles.note}>{t(data.count === 0 ? 'policies.noBacklog' : 'policies.backlogCount', { count: data.count })}</p>
      {data.count > 0 && (
        <Button size="small" style={{ justifySelf: 'start' }} onClick={() => setAsking(true)} data-testid="backlog-waive">
          {t('policies.waiveAll')}
        </Button>
      )}
      <ol className={styles.history}>
        {data.waivers.map((waiver) => (
          <li key={waiver.id}>
            <time>{waiver.on}</time> {t('policies.waived', { count: waiver.count, approver: waiver.approver })}
            <small>{waiver.reason}</small>
            {waiver.undone ? (
              <small>{t('policies.waiverUndone')}</small>
            ) : (
              <Button size="small" onClick={() => takeBack(waiver)} loading={undo.isPending} data-testid="waiver-undo">
                {t('policies.undoWaiver')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isAsking && <WaiveDialog pack={pack} count={data.count} onClose={() => setAsking(false)} />}
    </section>
  );
}

function WaiveDialog({ pack, count, onClose }: { pack: string; count: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const [approver, setApprover] = useState<string>();
  const [isTried, setTried] = useState(false);
  const waive = useWrite('waive_backlog', { failureShownHere: true });
  const confirm = (reason: string) => {
    setTried(true);
    if (!approver) return;
    waive.mutate(
      { pack, approver, reason },
      {
        onSuccess: (changed) => {
          onClose();
          showDone(changed.line);
        },
      },
    );
  };
  return (
    <ReasonDialog title={t('policies.waiveAll')} about={t('policies.waiveAbout', { count })} okText={t('policies.waiveAll')} isBusy={waive.isPending} error={waive.error} onConfirm={confirm} onClose={onClose}>
      <Field label={t('policies.approver')} question="approver" required error={isTried && !approver ? t('policies.approverNeeded') : undefined}>
        <Select
          aria-label={t('policies.approver')}
          data-testid="waive-approver"
          showSearch={{ optionFilterProp: 'label' }}
          value={approver}
          onChange={setApprover}
          options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
        />
      </Field>
    </ReasonDialog>
  );
}
