import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { calendarMonthQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { RecentActs } from '../desklist/RecentActs';
import { MonthsProvider } from '../shared/months';
import { NoticeBar } from '../shared/NoticeBar';
import { NotingProvider } from '../shared/reveal';
import { TodayProvider } from '../shared/today';
import { useDesk } from './desk';
import { DeskDialogs } from './DeskDialogs';
import styles from './Frame.module.css';
import { Header } from './Header';
import { Nav } from './Nav';
import { Reminders, useDueNow } from './Reminders';
import { useDeskKeys } from './useDeskKeys';
import { useTitle } from './useTitle';

/** The calendar of the office, a month at a time. */
function useCalendarMonth(month: string) {
  return useQuery(calendarMonthQueryOptions(month)).data?.days;
}

/** What stands round every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { office } = useDesk();
  const due = useDueNow();
  useDeskKeys();
  const toDo = due ? due.overdue + due.today : 0;
  useTitle(office.name, toDo);
  const { mutateAsync: reveal } = useWrite('reveal');
  const noteReveal = useCallback((client: string) => reveal({ client }), [reveal]);
  return (
    <TodayProvider value={office.today}>
      <MonthsProvider value={useCalendarMonth}>
        <NotingProvider value={noteReveal}>
          <div className={styles.frame}>
            <Header />
            <Nav counts={due ? { worklist: toDo, problems: due.problems } : {}} />
            <div className={styles.main}>
              <Reminders due={due} />
              <main className={styles.page}>{children}</main>
            </div>
            <NoticeBar />
            <RecentActs />
            <DeskDialogs />
          </div>
        </NotingProvider>
      </MonthsProvider>
    </TodayProvider>
  );
}
