import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { worklistQueryOptions } from '../api/queries';
import { isIme } from '../shared/ime';
import { NoticeBar } from '../shared/NoticeBar';
import { TodayProvider } from '../shared/today';
import { RecentActs } from '../desklist/RecentActs';
import { useDesk } from './desk';
import styles from './Frame.module.css';
import { Header } from './Header';
import { Nav } from './Nav';
import { PAGES, useRoute } from './route';

/** The counts beside the menu: a window of the worklist without rows. */
const COUNTS = { tab: 'today', whose: 'all', filter: null, tasks: [], find: '', offset: 0, limit: 0 };

/** What stands round every page. Ctrl+1 to Ctrl+9 change the page, Alt+← goes back. */
export function Frame({ children }: { children: ReactNode }) {
  const { office } = useDesk();
  const { data } = useQuery(worklistQueryOptions(COUNTS));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isIme(event)) return;
      const page = event.ctrlKey && /^[1-9]$/.test(event.key) ? PAGES[Number(event.key) - 1] : undefined;
      if (page) useRoute.getState().go({ page });
      else if (event.altKey && event.key === 'ArrowLeft') useRoute.getState().back();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const counts = data?.counts;
  return (
    <TodayProvider value={office.today}>
      <div className={styles.frame}>
        <Header />
        <Nav counts={counts ? { worklist: counts.overdue + counts.today, problems: counts.problems } : {}} />
        <main className={styles.main}>{children}</main>
        <NoticeBar />
        <RecentActs />
      </div>
    </TodayProvider>
  );
}
