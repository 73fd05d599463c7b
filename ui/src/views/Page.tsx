import { lazy, type ReactNode, Suspense } from 'react';
import { TidyPage } from '../archive/TidyPage';
import { ClientList } from '../clients/ClientList';
import { ClientPage } from '../clients/ClientPage';
import { AboutPage } from '../desk/AboutPage';
import { type Route, useRoute } from '../desk/route';
import { HelpPage } from '../help/HelpPage';
import { ImportPage } from '../imports/ImportPage';
import { MatterPage } from '../matters/MatterPage';
import { MattersPage } from '../matters/MattersPage';
import { MessagesPage } from '../messages/MessagesPage';
import { PolicyPage } from '../policies/PolicyPage';
import { RoundPage } from '../rounds/RoundPage';
import { ProblemPage } from '../problems/ProblemPage';
import { Boundary } from '../shared/Boundary';
import { WorklistView } from './WorklistView';

// The charts are the largest part of the program; the list of the day does not wait for them.
const ReportPage = lazy(() => import('../reports/ReportPage').then((module) => ({ default: module.ReportPage })));

/** The page that the menu has chosen; a failure in it leaves the rest of the window alone. */
export function Page() {
  const { route } = useRoute();
  const one = route.page === 'clients' ? route.client : route.page === 'matters' ? route.matter : undefined;
  return (
    <Boundary key={`${route.page}/${one ?? ''}/${'tidy' in route}`}>
      <Suspense fallback={null}>{pageOf(route)}</Suspense>
    </Boundary>
  );
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'worklist':
      return <WorklistView />;
    case 'clients':
      if (route.tidy) return <TidyPage />;
      return route.client === undefined ? <ClientList /> : <ClientPage client={route.client} />;
    case 'matters':
      return route.matter === undefined ? <MattersPage /> : <MatterPage matter={route.matter} />;
    case 'problems':
      return <ProblemPage />;
    case 'rounds':
      return <RoundPage />;
    case 'messages':
      return <MessagesPage />;
    case 'import':
      return <ImportPage />;
    case 'report':
      return <ReportPage />;
    case 'policy':
      return <PolicyPage />;
    case 'help':
      return <HelpPage />;
    case 'about':
      return <AboutPage />;
  }
}
