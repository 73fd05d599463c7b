import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { MessageLists } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { ClientPicker } from './ClientPicker';
import { FestivalPicker } from './FestivalPicker';
import styles from './Messages.module.css';
import { type Kind, KINDS, useMessages } from './state';

/** By what, and whom. */
export function WhomBox({ lists }: { lists: MessageLists }) {
  const { t } = useTranslation();
  const { channel, kind, lunar, days, set, class: chosen } = useMessages();
  return (
    <div className={styles.box}>
      <Field label={t('messages.channel')}>
        <ChoiceGroup
          label={t('messages.channel')}
          testId="message-channel"
          choices={(['sms', 'wechat'] as const).map((value) => ({ value, label: codeText('channel', value) }))}
          value={channel}
          onChange={(value) => set({ channel: value as 'sms' | 'wechat' })}
        />
      </Field>
      <Field label={t('messages.whom')}>
        <ChoiceGroup label={t('messages.whom')} testId="message-to" choices={KINDS.map((value) => ({ value, label: t(`messages.to.${value}`) }))} value={kind} onChange={(value) => set({ kind: value as Kind })} />
      </Field>
      {kind === 'tasks' && <p className={styles.fine}>{t('messages.tasksAbout', { channel: codeText('channel', channel), count: lists[channel] })}</p>}
      {kind === 'class' && (
        <select className={styles.select} aria-label={t('messages.pickClass')} data-testid="message-class" value={chosen ?? lists.classes[0]?.name} onChange={(event) => set({ class: event.target.value })}>
          {lists.classes.map(({ name, count }) => (
            <option key={name} value={name}>
              {name} · {count}
            </option>
          ))}
        </select>
      )}
      {kind === 'festival' && <FestivalPicker lists={lists} />}
      {kind === 'birthday' && (
        <div className={styles.row}>
          <span>{t('messages.birthdayDays')}</span>
          <input
            className={`${fields.input} ${styles.days}`}
            aria-label={t('messages.birthdayDays')}
            inputMode="numeric"
            data-testid="birthday-days"
            value={days}
            onChange={(event) => set({ days: Math.min(366, Number(event.target.value.replaceAll(/\D/g, '')) || 0) })}
          />
          <span>{t('messages.daysUnit')}</span>
          <ChoiceGroup
            quiet
            label={t('messages.calendarOf')}
            testId="birthday-by"
            choices={[
              { value: 'solar', label: t('messages.solar') },
              { value: 'lunar', label: t('messages.lunar') },
            ]}
            value={lunar ? 'lunar' : 'solar'}
            onChange={(value) => set({ lunar: value === 'lunar' })}
          />
        </div>
      )}
      {kind === 'clients' && <ClientPicker />}
    </div>
  );
}
