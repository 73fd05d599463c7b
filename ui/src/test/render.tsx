import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useDialogs } from '../desk/dialogs';
import { useRoute } from '../desk/route';
import { useDraft } from '../matters/draft';
import { useMatters } from '../matters/state';
import { setPlatform } from '../platform';
import { type FakePlatform, fakePlatform } from '../platform/fake';
import { useNotices } from '../shared/notices';
import { App } from '../views/App';
import { useMarks } from '../desklist/marks';
import { useRecentActs } from '../desklist/recentActs';
import { useHelp } from '../help/state';
import { useHandedFiles } from '../imports/handed';
import { clearMessages } from '../messages/state';
import { useRounds } from '../rounds/state';
import { useStart } from '../start/state';
import { useWork } from '../work/state';
import { useArchive } from '../clients/ClientList';
import { usePaste } from '../paste/state';
import { useWorklistState } from '../worklist/state';

/** Opens the window on the fake office, as if it had just been started; on one that was open before, to see what is left. */
export function openWindow(query = '', office?: FakePlatform['office']): { platform: FakePlatform; user: ReturnType<typeof userEvent.setup> } {
  const platform = fakePlatform(new URLSearchParams(query), office);
  setPlatform(platform);
  useRoute.setState({ route: { page: 'worklist' }, past: [] });
  useWorklistState.setState({ tab: null, instead: null, whose: 'all', find: '', before: null, selected: null, index: 0, wantsFocus: false, missed: null });
  useWork.setState({ selected: null, index: 0, isFolded: false, drawing: null, shownDraw: null, isDoneOpen: false });
  useMatters.setState({ kind: null, department: null, handler: null, overdue: false, find: '', layout: 'board', stage: null, index: 0, isBinOpen: false, isNewOpen: false, newFor: null });
  useDraft.getState().clear();
  useHelp.setState({ topic: 'first', find: '' });
  useArchive.setState({ find: '', only: 'all', sorting: null, index: 0 });
  usePaste.getState().end();
  useHandedFiles.setState({ files: [] });
  useStart.getState().clear();
  clearMessages();
  useNotices.setState({ current: null });
  useRounds.setState({ chosen: null });
  useMarks.getState().clear();
  useRecentActs.getState().close();
  useDialogs.setState({ open: null });
  const user = userEvent.setup();
  const root = document.body.appendChild(document.createElement('div'));
  root.id = 'root';
  render(<App />, { container: root });
  return { platform, user };
}
