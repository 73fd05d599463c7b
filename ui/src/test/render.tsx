import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useDialogs } from '../desk/dialogs';
import { useRoute } from '../desk/route';
import { setPlatform } from '../platform';
import { type FakePlatform, fakePlatform } from '../platform/fake';
import { useNotices } from '../shared/notices';
import { App } from '../views/App';
import { useWork } from '../work/state';
import { useDrafts } from '../worklist/drafts';
import { useWorklistState } from '../worklist/state';

/** Opens the window on the fake office, as if it had just been started. */
export function openWindow(query = ''): { platform: FakePlatform; user: ReturnType<typeof userEvent.setup> } {
  const platform = fakePlatform(new URLSearchParams(query));
  setPlatform(platform);
  useRoute.setState({ route: { page: 'worklist' }, past: [] });
  useWorklistState.setState({ tab: null, mine: false, find: '', selected: null, index: 0, wantsFocus: false });
  useWork.setState({ selected: null, index: 0, isFolded: false, drawing: null, shownDraw: null, isDoneOpen: false });
  useDrafts.setState({ tasks: new Set() });
  useNotices.setState({ current: null });
  useDialogs.setState({ open: null });
  const user = userEvent.setup();
  const root = document.body.appendChild(document.createElement('div'));
  root.id = 'root';
  render(<App />, { container: root });
  return { platform, user };
}
