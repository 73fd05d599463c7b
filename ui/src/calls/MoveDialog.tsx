import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { Field } from '../shared/Field';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';
import { useSettled } from '../shared/useSettled';

const REST_MS = 150;
const MOST_FOUND = 8;

/** Moves a record off the wrong client. */
export function MoveDialog({ record, onClose }: { record: string; onClose: () => void }) {
  const { t } = useTranslation();
  const move = useWrite('move_record', { failureShownHere: true });
  const [find, setFind] = useState('');
  const [to, setTo] = useState<string>();
  const [isTried, setTried] = useState(false);
  const settled = useSettled(find.trim(), REST_MS);
  const { data } = useQuery({ ...clientListQueryOptions({ find: settled, only: '', sort: 'name', descending: false, offset: 0, limit: MOST_FOUND }), enabled: settled !== '' });
  const options = data?.rows.map(({ client }) => ({ value: client.id, label: [client.name, client.place ?? client.no].filter(Boolean).join(' · ') })) ?? [];
  return (
    <ReasonDialog
      title={t('calls.move.title')}
      about={t('calls.move.about')}
      okText={t('calls.move.ok')}
      isBusy={move.isPending}
      error={move.error}
      onClose={onClose}
      onConfirm={(reason) => {
        setTried(true);
        if (!to) return;
        move.mutate(
          { record, client: to, reason },
          {
            onSuccess: (changed) => {
              onClose();
              showDone(changed.line);
            },
          },
        );
      }}
    >
      <Field label={t('calls.move.to')} question="to" required error={isTried && !to ? t('calls.move.toNeeded') : undefined}>
        <Select
          style={{ width: '100%' }}
          aria-label={t('calls.move.to')}
          data-testid="move-to"
          showSearch={{ filterOption: false, onSearch: setFind }}
          placeholder={t('calls.move.toPlaceholder')}
          notFoundContent={null}
          value={to}
          onChange={setTo}
          options={options}
        />
      </Field>
    </ReasonDialog>
  );
}
