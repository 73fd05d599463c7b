import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useDeskCommand } from '../api/writes';
import type { DeskStatus, StaffBrief } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import styles from './Lock.module.css';
import { PinEntry } from './PinEntry';
import { useCover } from './useCover';

/** What is seen of a locked desk: who may go on, and nothing of the office. */
export function LockScreen({ desk }: { desk: DeskStatus }) {
  const { t } = useTranslation();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const signIn = useDeskCommand('sign_in', { failureShownHere: true });
  const hasPin = (person: StaffBrief) => desk.lock.pins.includes(person.id);
  const [chosen, setChosen] = useState<StaffBrief | null>(desk.me && hasPin(desk.me) ? desk.me : null);
  useCover();
  const choose = (person: StaffBrief) => {
    signIn.reset();
    if (hasPin(person)) setChosen(person);
    else signIn.mutate({ staff: person.id, pin: null });
  };
  const lastFirst = [...staff].sort((a, b) => Number(b.id === desk.me?.id) - Number(a.id === desk.me?.id));
  return createPortal(
    <div className={styles.lock} data-lock role="dialog" aria-modal="true" aria-labelledby="lock-title" data-testid="lock-screen">
      <p className={styles.mute}>{desk.office?.name}</p>
      <h1 id="lock-title">■ {t('lock.title')}</h1>
      {chosen ? (
        <>
          <PinEntry
            key={chosen.id}
            name={chosen.name}
            okText={t('lock.unlock')}
            isBusy={signIn.isPending}
            error={signIn.error}
            onPin={(pin) => signIn.mutate({ staff: chosen.id, pin })}
          />
          <Button size="middle" onClick={() => setChosen(null)} data-testid="lock-other">
            {t('lock.somebodyElse')}
          </Button>
          <p className={styles.mute}>{t('lock.forgot')}</p>
        </>
      ) : (
        <>
          <p className={styles.mute}>{t('lock.about')}</p>
          <div className={styles.people}>
            {lastFirst.map((person, index) => (
              <button key={person.id} type="button" autoFocus={index === 0} data-testid={`unlock-${person.id}`} onClick={() => choose(person)}>
                <strong>{person.name}</strong>
                <small>{[person.role, hasPin(person) ? t('lock.hasPin') : ''].filter(Boolean).join(' · ')}</small>
              </button>
            ))}
          </div>
          {signIn.error && <Failed error={signIn.error} />}
        </>
      )}
    </div>,
    document.body,
  );
}
