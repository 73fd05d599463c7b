import { useRoute } from '../desk/route';
import { useHelp } from './state';
import { topicOfPage } from './topics';

/** Opens the help at what it says about the page that is shown. */
export function openHelp(): void {
  const { route, go } = useRoute.getState();
  if (route.page === 'help') return;
  useHelp.setState({ topic: topicOfPage(route), find: '' });
  go({ page: 'help' });
}
