import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRoute } from '../desk/route';
import { useDraft } from '../matters/draft';
import { useMatters } from '../matters/state';
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
  useMatters.setState({ kind: null, department: null, handler: null, overdue: false, find: '', layout: 'board', stage: null, index: 0, isBinOpen: false, isNewOpen: false, newFor: null });
  useDraft.getState().clear();
  useDrafts.setState({ tasks: new Set() });
  useNotices.setState({ current: null });
  const user = userEvent.setup();
  render(<App />);
  return { platform, user };
}
