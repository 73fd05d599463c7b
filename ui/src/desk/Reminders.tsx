import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueNowQueryOptions } from '../api/queries';
import type { CallBackDue, DueNow } from '../platform/bindings';
import { useWorklistState } from '../worklist/state';
import { useDesk } from './desk';
import { useDialogs } from './dialogs';
import styles from './Reminders.module.css';
import { useRoute } from './route';
import { useManners } from './useManners';

/** How often what is due is looked at again: a promised minute is met within one. */
const PACE_MS = 60_000;

/** What is due by now, looked at again each minute. */
export function useDueNow(): DueNow | undefined {
  return useQuery({ ...dueNowQueryOptions(), refetchInterval: PACE_MS }).data;
}

/** What tells call-backs apart: one whose minute has come is another than the same of this morning. */
const nameOf = ({ task, at, is_now }: CallBackDue) => `${task} ${at} ${is_now}`;

/** A line over the page: promised call-backs that have come; else a question that is asked once. */
export function Reminders({ due }: { due: DueNow | undefined }) {
  const { t } = useTranslation();
  const [known, setKnown] = useState<string[]>([]);
  const { me, lock } = useDesk();
  if (!due) return null;
  const news = due.call_backs.filter((call) => !known.includes(nameOf(call)));
  const now = news.filter((call) => call.is_now);
  if (news.length > 0) {
    const come = news.map(nameOf);
    const look = () => {
      useWorklistState.getState().show({ tab: 'call_back', whose: 'all', find: '' });
      useRoute.getState().go({ page: 'worklist' });
      setKnown([...known, ...come]);
    };
    return (
      <Line mark="▲" text={now.length > 0 ? t('due.callBacksNow', { count: now.length }) : t('due.callBacksToday', { count: news.length })} testId="reminder">
        <Button onClick={look} data-testid="reminder-look">
          {t('due.look')}
        </Button>
        <Button onClick={() => setKnown([...known, ...come])} data-testid="reminder-known">
          {t('due.known')}
        </Button>
      </Line>
    );
  }
  if (me && !lock.pins.includes(me.id)) return <PinOffer key={me.id} person={me.id} name={me.name} />;
  return <AutostartQuestion />;
}

function Line({ mark, text, testId, children }: { mark: string; text: string; testId: string; children: ReactNode }) {
  return (
    // The line goes when it is answered; whoever answers it with the mouse goes on where he was.
    <div className={styles.line} role="status" data-testid={testId} onMouseDown={(event) => event.preventDefault()}>
      <span aria-hidden="true">{mark}</span>
      <span>{text}</span>
      {children}
    </div>
  );
}

/** A question of which this computer remembers that it was asked. */
function useOnce(key: string): [boolean, () => void] {
  const [asked, setAsked] = useState(() => localStorage.getItem(key) !== null);
  const done = () => {
    localStorage.setItem(key, 'asked');
    setAsked(true);
  };
  return [!asked, done];
}

function PinOffer({ person, name }: { person: string; name: string }) {
  const { t } = useTranslation();
  const [isAsked, done] = useOnce(`huifang.pinOffered.${person}`);
  if (!isAsked) return <AutostartQuestion />;
  return (
    <Line mark="■" text={t('pin.offer', { name })} testId="pin-offer">
      <Button
        data-testid="pin-offer-yes"
        onClick={() => {
          done();
          useDialogs.getState().show({ kind: 'pin' });
        }}
      >
        {t('pin.set')}
      </Button>
      <Button onClick={done} data-testid="pin-offer-later">
        {t('pin.later')}
      </Button>
    </Line>
  );
}

function AutostartQuestion() {
  const { t } = useTranslation();
  const { manners, change } = useManners();
  const [isAsked, done] = useOnce('huifang.autostartAsked');
  if (!isAsked || manners?.starts_with_system !== false) return null;
  return (
    <Line mark="○" text={t('due.autostart')} testId="autostart-question">
      <Button
        data-testid="autostart-yes"
        onClick={() => {
          done();
          change.mutate({ starts_with_system: true });
        }}
      >
        {t('due.autostartYes')}
      </Button>
      <Button onClick={done} data-testid="autostart-no">
        {t('due.autostartNo')}
      </Button>
    </Line>
  );
}
