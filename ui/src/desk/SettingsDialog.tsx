import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { IDLE_MINUTES, useIdleMinutes } from '../lock/idle';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Field } from '../shared/Field';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { useDesk } from './desk';
import { useDialogs } from './dialogs';
import styles from './SettingsDialog.module.css';
import { THEMES, type ThemeChoice, useThemeChoice } from './theme';
import { useManners } from './useManners';
import { SIZES, useZoom } from './zoom';

/** 设置: how the program looks and behaves here, and the PIN. Everything takes effect at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useDialogForm();
  return (
    <Modal open footer={null} width={520} title={t('settings.title')} onCancel={onClose}>
      <div ref={form} className={styles.form} data-testid="settings">
        <Look />
        <Computer />
        <Pins />
      </div>
    </Modal>
  );
}

function Look() {
  const { t } = useTranslation();
  const { choice, choose } = useThemeChoice();
  const zoom = useZoom();
  return (
    <section aria-label={t('settings.look')}>
      <Field label={t('settings.size')} question="size" hint={t('settings.sizeHint')}>
        <ChoiceGroup
          quiet
          label={t('settings.size')}
          testId="size"
          choices={SIZES.map((size) => ({ value: String(size), label: t('settings.sizePercent', { percent: size }) }))}
          value={String(zoom.percent)}
          onChange={(value) => zoom.choose(Number(value))}
        />
      </Field>
      <Field label={t('theme.label')} question="theme">
        <ChoiceGroup
          quiet
          label={t('theme.label')}
          testId="settings-theme"
          choices={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          value={choice}
          onChange={(value) => choose(value as ThemeChoice)}
        />
      </Field>
    </section>
  );
}

function Computer() {
  const { t } = useTranslation();
  const { manners, change } = useManners();
  const { minutes, choose } = useIdleMinutes();
  const yesNo = [
    { value: 'yes', label: t('settings.yes') },
    { value: 'no', label: t('settings.no') },
  ];
  const error = change.error ? t('settings.failed') : undefined;
  return (
    <section>
      <h3>{t('settings.computer')}</h3>
      <Field label={t('settings.idle')} question="idle">
        <ChoiceGroup
          quiet
          label={t('settings.idle')}
          testId="idle"
          choices={IDLE_MINUTES.map((value) => ({ value: String(value), label: value === 0 ? t('settings.never') : t('settings.minutes', { count: value }) }))}
          value={String(minutes)}
          onChange={(value) => choose(Number(value))}
        />
      </Field>
      {manners && manners.starts_with_system !== null && (
        <Field label={t('settings.autostart')} question="autostart" error={error}>
          <ChoiceGroup
            quiet
            label={t('settings.autostart')}
            testId="autostart"
            choices={yesNo}
            value={manners.starts_with_system ? 'yes' : 'no'}
            onChange={(value) => change.mutate({ starts_with_system: value === 'yes' })}
          />
        </Field>
      )}
      {manners && manners.stays_in_tray !== null && (
        <Field label={t('settings.tray')} question="tray">
          <ChoiceGroup
            quiet
            label={t('settings.tray')}
            testId="tray"
            choices={[
              { value: 'stay', label: t('settings.trayStay') },
              { value: 'quit', label: t('settings.trayQuit') },
            ]}
            value={manners.stays_in_tray ? 'stay' : 'quit'}
            onChange={(value) => change.mutate({ stays_in_tray: value === 'stay' })}
          />
        </Field>
      )}
    </section>
  );
}

function Pins() {
  const { t } = useTranslation();
  const { me, lock } = useDesk();
  const { show } = useDialogs();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const reset = useWrite('reset_pin');
  const hasPin = me !== null && lock.pins.includes(me.id);
  const others = staff.filter((person) => person.id !== me?.id && lock.pins.includes(person.id));
  return (
    <section aria-label={t('pin.title')}>
      <h3>{t('pin.title')}</h3>
      <div className={styles.pin}>
        <span>{me === null ? t('pin.nobody') : `${me.name}: ${t(hasPin ? 'pin.has' : 'pin.hasNot')}`}</span>
        {me && (
          <Button onClick={() => show({ kind: 'pin' })} data-testid="settings-pin">
            {t(hasPin ? 'pin.change' : 'pin.set')}
          </Button>
        )}
      </div>
      {lock.may_reset && (
        <Field label={t('pin.reset')} hint={others.length === 0 ? t('pin.resetNone') : undefined}>
          {others.map((person) => (
            <div key={person.id} className={styles.pin}>
              <span>{person.name}</span>
              <Button
                danger
                loading={reset.isPending}
                data-testid={`reset-${person.id}`}
                onClick={() => reset.mutate({ staff: person.id }, { onSuccess: ({ line }) => showDone(line) })}
              >
                {t('pin.resetOne', { name: person.name })}
              </Button>
            </div>
          ))}
        </Field>
      )}
    </section>
  );
}
