import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { dayWords } from '../i18n/days';
import { codeText } from '../i18n/codes';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion, type Move, moveQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import styles from './Calls.module.css';

const CHANNELS = ['phone', 'home_visit', 'wechat', 'sms'];

type Props = { client: string; name: string; onClose: () => void };

/** Puts a follow-up on the list that no policy asks for. */
export function AskDialog({ client, name, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const ask = useWrite('ask_for', { failureShownHere: true });
  const takeBack = useWrite('void_decision');
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const [wish, setWish] = useState({ title: '', day: '', channel: 'phone', reason: '' });
  const [assignee, setAssignee] = useState<string>();
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const set = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }));
  const day = parseSpokenDay(wish.day, today, dayWords());
  const onMove = (from: Element, move: Move) => moveQuestion(form.current, from, move);

  const onEnter = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
  };
  const confirm = () => {
    setTried(true);
    const fault = day === null ? 'day' : wish.reason.trim() === '' ? 'reason' : null;
    if (fault !== null || day === null) return void focusNamedQuestion(form.current, fault ?? 'day');
    if (ask.isPending) return;
    ask.mutate(
      { client, day, title: wish.title.trim(), channel: wish.channel, assignee: assignee ?? null, reason: wish.reason.trim() },
      {
        onSuccess: ({ decision }) => {
          onClose();
          const undo = () =>
            void takeBack.mutateAsync({ decision: decision ?? '', reason: t('calls.ask.undoReason') }).then(() => showDone(t('calls.ask.undone', { name })), () => undefined);
          showDone(t('calls.ask.done', { name }), decision === null ? undefined : undo);
        },
      },
    );
  };

  return (
    <Modal open title={t('calls.ask.title', { name })} okText={t('calls.ask.ok')} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: ask.isPending, id: 'ask-ok' }} width={480}>
      <div
        ref={form}
        className={styles.form}
        data-testid="ask"
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p className={styles.about}>{t('calls.ask.about')}</p>
        <Field label={t('calls.ask.day')} question="day" required error={isTried && day === null ? t('sheet.badDay') : undefined}>
          <DayField label={t('calls.ask.day')} testId="ask-day" value={wish.day} onChange={(typed) => set({ day: typed })} onMove={onMove} invalid={isTried && day === null} />
        </Field>
        <Field label={t('calls.ask.why')} question="reason" required error={isTried && wish.reason.trim() === '' ? t('calls.ask.whyNeeded') : undefined}>
          <textarea className={fields.input} rows={2} aria-label={t('calls.ask.why')} data-testid="ask-reason" value={wish.reason} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
        <Field label={t('calls.ask.what')} question="title">
          <input className={fields.input} aria-label={t('calls.ask.what')} placeholder={t('calls.ask.whatPlaceholder')} data-testid="ask-title" value={wish.title} onChange={(event) => set({ title: event.target.value })} onKeyDown={onEnter} />
        </Field>
        <Field label={t('calls.ask.channel')} question="channel">
          <ChoiceGroup label={t('calls.ask.channel')} testId="ask-channel" choices={CHANNELS.map((value) => ({ value, label: codeText('channel', value) }))} value={wish.channel} onChange={(channel) => set({ channel })} onMove={onMove} />
        </Field>
        <Field label={t('calls.ask.who')} question="who">
          <Select
            style={{ width: '100%' }}
            aria-label={t('calls.ask.who')}
            data-testid="ask-who"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('calls.ask.whoPlaceholder')}
            value={assignee}
            onChange={setAssignee}
            options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
          />
        </Field>
        {ask.error && <Failed error={ask.error} />}
      </div>
    </Modal>
  );
}
