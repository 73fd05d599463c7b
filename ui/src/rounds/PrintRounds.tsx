import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { StaffField } from '../desklist/StaffField';
import { useDayWords } from '../i18n/days';
import { asWireError, host } from '../platform';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import { isIme } from '../shared/ime';
import { showDone, showError } from '../shared/notices';
import { openFile } from '../shared/openFile';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';

/** Prints lists for rounds of home visits; what is printed waits here to be typed in. */
export function PrintRounds({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const print = useWrite('print_visits', { failureShownHere: true });
  const [staff, setStaff] = useState<string>();
  const [typedDue, setTypedDue] = useState('');
  const [typedDay, setTypedDay] = useState('');
  const form = useDialogForm();
  const read = (typed: string) => (typed.trim() === '' ? null : parseSpokenDay(typed, today, words));
  const isBad = (typed: string) => typed.trim() !== '' && read(typed) === null;
  const confirm = async () => {
    if (isBad(typedDue) || isBad(typedDay)) return void focusNamedQuestion(form.current, isBad(typedDue) ? 'due' : 'day');
    const path = await host().chooseSavePath(`${t('rounds.title')} ${today}.pdf`, [{ name: 'PDF', extensions: ['pdf'] }]);
    if (path === null) return;
    print.mutate(
      { staff: staff ?? null, due_to: read(typedDue), on: read(typedDay), tasks: [], path },
      {
        onSuccess: ({ printed, rows }) => {
          onClose();
          openFile(path);
          showDone(rows.length === 0 ? t('rounds.nothing') : t('rounds.printed', { count: printed.count }));
        },
      },
    );
  };
  const start = () => void confirm().catch((error: unknown) => showError(asWireError(error)));
  return (
    <Modal open title={t('rounds.printTitle')} okText={t('rounds.printOk')} cancelText={t('common.cancel')} onOk={start} onCancel={onClose} okButtonProps={{ loading: print.isPending, id: 'round-print-ok' }} width={440}>
      <div
        ref={form}
        style={{ display: 'grid', gap: 14 }}
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') start();
        }}
      >
        <p style={{ margin: 0 }}>{t('rounds.printAbout')}</p>
        <StaffField label={t('rounds.printFor')} question="staff" testId="round-staff" value={staff} onChange={setStaff} nobody={t('rounds.everybody')} />
        <Field label={t('rounds.dueTo')} question="due">
          <DayField label={t('rounds.dueTo')} testId="round-due" value={typedDue} onChange={setTypedDue} />
        </Field>
        <Field label={t('rounds.day')} question="day" hint={t('rounds.dayHint')}>
          <DayField label={t('rounds.day')} testId="round-day" value={typedDay} onChange={setTypedDay} />
        </Field>
        {print.error && <Failed error={print.error} />}
      </div>
    </Modal>
  );
}
