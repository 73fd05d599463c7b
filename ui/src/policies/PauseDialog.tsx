import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { useDayWords } from '../i18n/days';
import type { PackBrief } from '../platform/bindings';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import { Preview } from './Preview';
import { changeOf, useForesight } from './useForesight';

/** Pauses a pack from a day: what is due before stays, what would be due after is not asked for. */
export function PauseDialog({ brief, onClose }: { brief: PackBrief; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const [typedDay, setTypedDay] = useState(today);
  const [reason, setReason] = useState('');
  const from = parseSpokenDay(typedDay, today, useDayWords());
  const change = changeOf('pause', { pack: brief.id, from, reason: reason.trim() });
  const foresight = useForesight(change);
  const write = useWrite('change_policy', { failureShownHere: true });
  const form = useDialogForm();
  const canDo = from !== null && reason.trim() !== '' && foresight.preview !== null;
  const confirm = () => {
    if (!canDo || write.isPending) return;
    write.mutate(change, {
      onSuccess: (changed) => {
        onClose();
        showDone(`${brief.title} · ${changed.line}`);
      },
    });
  };
  const error = write.error ?? foresight.error;
  return (
    <Modal open title={t('policies.pauseOf', { title: brief.title })} okText={t('policies.pauseNow')} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: write.isPending, disabled: !canDo, id: 'pause-ok' }} width={520} style={{ top: 56 }}>
      <div ref={form} style={{ display: 'grid', gap: 14 }} data-testid="pause">
        <p style={{ margin: 0 }}>{t('policies.pauseAbout')}</p>
        <Field label={t('policies.pauseDay')} question="day" required>
          <DayField label={t('policies.pauseDay')} testId="pause-day" value={typedDay} onChange={setTypedDay} invalid={from === null} />
        </Field>
        <Field label={t('common.reason')} question="reason" required>
          <textarea className={fields.input} rows={2} aria-label={t('common.reason')} data-testid="pause-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <Button onClick={foresight.look} loading={foresight.isBusy} disabled={from === null} data-testid="pause-look" style={{ justifySelf: 'start' }}>
          {t('policies.look')}
        </Button>
        {foresight.preview && <Preview preview={foresight.preview} isBrief />}
        {foresight.isStale && <p style={{ margin: 0 }}>{t('policies.stale')}</p>}
        {error && <Failed error={error} />}
      </div>
    </Modal>
  );
}
