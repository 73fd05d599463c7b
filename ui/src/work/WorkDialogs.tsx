import { DoneDialog } from './DoneDialog';
import { DrawDialog } from './DrawDialog';
import { DrawnDialog } from './DrawnDialog';
import { useWork } from './state';

/** The one dialog of the office's work that is open, if any. */
export function WorkDialogs() {
  const { drawing, shownDraw, isDoneOpen } = useWork();
  if (drawing !== null) return <DrawDialog key={drawing} task={drawing} />;
  if (shownDraw !== null) return <DrawnDialog key={shownDraw} draw={shownDraw} />;
  return isDoneOpen ? <DoneDialog /> : null;
}
