import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useDeskCommand } from '../api/writes';
import { SwitchDialog } from '../lock/SwitchDialog';
import type { StaffBrief } from '../platform/bindings';
import styles from './StartPage.module.css';

/** Asks who works, once after an office was opened. A new office has nobody to choose yet, and is not asked. */
export function WhoWorks({ office, pins, onLater }: { office: string; pins: string[]; onLater: () => void }) {
  const { t } = useTranslation();
  const { data: staff, isPending } = useQuery(staffListQueryOptions());
  const signIn = useDeskCommand('sign_in');
  const [asked, setAsked] = useState<StaffBrief | null>(null);
  const nobodyYet = staff?.length === 0;
  useEffect(() => {
    if (nobodyYet) onLater();
  }, [nobodyYet, onLater]);
  if (isPending || nobodyYet) return null;
  return (
    <div className={styles.who} data-testid="who-works">
      <p>{office}</p>
      <h1>{t('start.who')}</h1>
      <p>{t('start.whoAbout')}</p>
      <div className={styles.people}>
        {staff?.map((person, index) => (
          <button
            key={person.id}
            type="button"
            autoFocus={index === 0}
            data-testid={`who-${person.id}`}
            onClick={() => (pins.includes(person.id) ? setAsked(person) : signIn.mutate({ staff: person.id, pin: null }))}
          >
            <strong>{person.name}</strong>
            <small>{[person.role, person.department].filter(Boolean).join(' · ')}</small>
          </button>
        ))}
      </div>
      <Button size="middle" onClick={onLater} data-testid="who-later">
        {t('start.later')}
      </Button>
      {asked && <SwitchDialog person={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
