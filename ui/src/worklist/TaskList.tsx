import { Button } from 'antd';
import { type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrafts } from '../drafts/drafts';
import type { TaskRow, Worklist, WorklistCounts } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { isTextField } from '../shared/ime';
import type { Pages } from '../shared/usePages';
import { type ListHandle, WindowedList } from '../shared/WindowedList';
import { type Marking, useMarks } from '../desklist/marks';
import { NothingInstead } from '../desklist/NothingInstead';
import { FirstSteps, useKnowsNobody } from '../start/FirstSteps';
import { TABS, type Tab, useWorklistState } from './state';
import styles from './TaskList.module.css';
import { TaskLine, TaskLineHead } from './TaskLine';

const ROW_HEIGHT = 58;

type Props = {
  pages: Pages<TaskRow, Worklist>;
  tab: Tab;
  counts: WorklistCounts | undefined;
  onRange: (from: number, to: number) => void;
  handle: Ref<ListHandle>;
  /** Another list has the sheet: no row is marked here. */
  isAside: boolean;
  /** The person turns to this list. */
  onTurn: () => void;
  /** Space: the sheet of the selected row is looked at, and the list keeps the focus. */
  onPeek: () => void;
  marked: ReadonlySet<string>;
  onMark: (index: number, how: Marking) => void;
};

/** The rows of the worklist. */
export function TaskList({ pages, tab, counts, onRange, handle, isAside, onTurn, onPeek, marked, onMark }: Props) {
  const { t } = useTranslation();
  const { index, find, select, focusSheet, clearFind } = useWorklistState();
  const { drafts } = useDrafts();
  const drafted = new Set(drafts.filter((draft) => draft.kind === 'call').map((draft) => draft.key));
  if (pages.error) return <Failed error={pages.error} onRetry={pages.retry} />;
  if (!pages.isPending && pages.total === 0) return <NothingHere tab={tab} counts={counts} />;
  return (
    <div className={styles.list}>
      <TaskLineHead />
      <WindowedList
        label={t('worklist.list')}
        testId="task-list"
        handle={handle}
        total={pages.total}
        rowAt={pages.rowAt}
        rowHeight={ROW_HEIGHT}
        selected={isAside ? -1 : index}
        onSelect={(at) => {
          onTurn();
          focusSheet(false);
          select(pages.rowAt(at)?.id ?? null, at);
        }}
        onOpen={() => {
          onTurn();
          focusSheet(true);
        }}
        onKey={(event) => {
          if (event.key === ' ' && !event.shiftKey) {
            event.preventDefault();
            onPeek();
          }
          if (event.key !== 'Escape') return;
          if (marked.size > 0) useMarks.getState().clear();
          else if (find !== '') clearFind();
        }}
        onRange={onRange}
        isMarked={(row) => marked.has(row.id)}
        onMark={onMark}
        attributes={(row) => ({ id: `task-${row.id}`, testId: 'task-row', data: { 'data-task': row.id } })}
        render={(row) => <TaskLine task={row} hasDraft={drafted.has(row.id)} />}
      />
    </div>
  );
}

/** Nothing to do here: what comes next is said, and one Enter away. */
function NothingHere({ tab, counts }: { tab: Tab; counts: WorklistCounts | undefined }) {
  const { t } = useTranslation();
  const { find, instead, whose, show, clearFind } = useWorklistState();
  const button = useRef<HTMLButtonElement>(null);
  const knowsNobody = useKnowsNobody();
  const next = counts && TABS.find((name) => name !== tab && counts[name] > 0);
  useEffect(() => {
    if (!isTextField(document.activeElement)) button.current?.focus();
  }, []);
  if (knowsNobody) return <FirstSteps text={t('start.nobodyYet')} />;
  if (find.trim() !== '') {
    return (
      <Empty text={t('worklist.empty.found', { find: find.trim() })}>
        <Button ref={button} data-testid="empty-clear" onClick={clearFind}>
          {t('worklist.clearFind')}
        </Button>
      </Empty>
    );
  }
  if (instead !== null || whose !== 'all') return <NothingInstead button={button} />;
  return (
    <Empty text={t(`worklist.empty.${tab}`)} next={next ? undefined : t('worklist.empty.nextFree')}>
      {next && (
        <Button ref={button} data-testid="empty-next" onClick={() => show({ tab: next })}>
          {t('worklist.empty.go', { tab: t(`worklist.tab.${next}`), count: counts[next] })}
        </Button>
      )}
    </Empty>
  );
}
