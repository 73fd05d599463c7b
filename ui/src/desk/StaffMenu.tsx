import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useDeskCommand } from '../api/writes';
import { AbsenceDialog } from '../desklist/AbsenceDialog';
import { useRecentActs } from '../desklist/recentActs';
import { useLock } from '../lock/useLock';
import { useDesk } from './desk';
import { useDialogs } from './dialogs';
import { ActionMenu } from '../shared/ActionMenu';
import styles from './Header.module.css';

/** Who works, in large type, and the way to change it in two seconds. */
export function StaffMenu() {
  const { t } = useTranslation();
  const { me, lock } = useDesk();
  const lockNow = useLock();
  const { show } = useDialogs();
  const hasPin = (id: string) => lock.pins.includes(id);
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const [isAway, setAway] = useState(false);
  const signIn = useDeskCommand('sign_in');
  const closeOffice = useDeskCommand('close_office');
  const people = staff.map((person) => ({
    key: person.id,
    label: <span data-testid={`staff-${person.id}`}>{`${person.name} · ${person.role}`}</span>,
    disabled: person.id === me?.id,
    onClick: () => (hasPin(person.id) ? show({ kind: 'switch', to: person }) : signIn.mutate({ staff: person.id, pin: null })),
  }));
  const items = [
    { type: 'group' as const, label: t('header.switchTo'), children: people },
    { type: 'divider' as const },
    { key: 'absence', label: <span data-testid="open-absences">{t('desklist.absence.open')}</span>, onClick: () => setAway(true) },
    { key: 'recent', label: <span data-testid="open-recent">{t('desklist.recent.open')}</span>, onClick: () => useRecentActs.getState().open() },
    { key: 'lock', label: <span data-testid="menu-lock">{`${t('lock.lock')} Ctrl+L`}</span>, onClick: () => lockNow.mutate() },
    ...(me ? [{ key: 'pin', label: <span data-testid="menu-pin">{t(hasPin(me.id) ? 'pin.change' : 'pin.set')}</span>, onClick: () => show({ kind: 'pin' }) }] : []),
    { type: 'divider' as const },
    { key: 'close', label: <span data-testid="close-office">{t('header.closeOffice')}</span>, onClick: () => closeOffice.mutate({}) },
  ];
  return (
    <>
      <ActionMenu items={items}>
        {me ? (
          <button type="button" className={styles.who} data-testid="who" title={t('header.who')}>
            <span className={styles.face} aria-hidden="true">
              {me.name.slice(0, 1)}
            </span>
            <strong>{me.name}</strong>
            <span>{me.role}</span>
          </button>
        ) : (
          <button type="button" className={`${styles.who} ${styles.nobody}`} data-testid="who">
            {t('header.whoNobody')}
          </button>
        )}
      </ActionMenu>
      {isAway && <AbsenceDialog onClose={() => setAway(false)} />}
    </>
  );
}
