import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taskDetailQueryOptions } from '../api/queries';
import { useDesk } from '../desk/desk';
import { CoachBar } from '../desklist/CoachBar';
import { MarkBar } from '../desklist/MarkBar';
import { useMarking } from '../desklist/useMarking';
import { DraftStrip } from '../drafts/DraftStrip';
import { openDraftsOf } from '../drafts/openers';
import { asWireError } from '../platform';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { isIme, isTextField } from '../shared/ime';
import { isCovered } from '../shared/overlays';
import { useSettled } from '../shared/useSettled';
import type { ListHandle } from '../shared/WindowedList';
import { OfficeWork } from '../work/OfficeWork';
import { useWork } from '../work/state';
import { StepSheet } from '../work/StepSheet';
import { WorkDialogs } from '../work/WorkDialogs';
import { CallSheet } from '../worklist/CallSheet';
import { Chips } from '../worklist/Chips';
import { useWorklistState } from '../worklist/state';
import { TaskList } from '../worklist/TaskList';
import { nextRow, useWorklist } from '../worklist/useWorklist';
import styles from './WorklistView.module.css';

// A call is gone on with where the worklist is.
openDraftsOf('call', (draft) => useWorklistState.getState().lookAt(draft.key, draft.title.split(' · ')[0] ?? ''));

/** How long the selection rests before the sheet follows. */
const REST_MS = 90;

/** 今日回访: the list on the left, the sheet of the selected task on the right. */
export function WorklistView() {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { tab, counts, views, query, pages, onRange } = useWorklist();
  const { selected, index, whose, wantsFocus, select, focusSheet, miss } = useWorklistState();
  const { marked, mark, markAll } = useMarking(pages, query, index);
  const list = useRef<ListHandle>(null);
  const workList = useRef<ListHandle>(null);
  const work = useWork((state) => state.selected);
  const selectWork = useWork((state) => state.select);
  const panel = useRef<HTMLElement>(null);
  const wanted = work ?? selected;
  const missed = useWorklistState((state) => state.missed);
  const [peeked, setPeeked] = useState<string | null>(null);
  const atOnce = wantsFocus || wanted === null || wanted === missed || wanted === peeked;
  const task = useSettled(wanted, REST_MS, atOnce);
  const detail = useQuery({ ...taskDetailQueryOptions(task ?? ''), enabled: task !== null });

  // The arrows walk from the first moment, and when the sheet that had the focus is gone.
  const takeFocus = useEffectEvent((from: Element | null) => {
    if (!wantsFocus && document.activeElement === from) (work === null ? list : workList).current?.focus();
  });
  useEffect(() => {
    if (!isTextField(document.activeElement)) takeFocus(document.activeElement);
  }, []);
  useEffect(() => takeFocus(document.body), [task]);

  const onMissKey = useEffectEvent((event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'F9' || isCovered()) return;
    event.preventDefault();
    if (work === null && selected !== null) miss(selected);
  });
  useEffect(() => {
    window.addEventListener('keydown', onMissKey);
    return () => window.removeEventListener('keydown', onMissKey);
  }, []);

  const goOn = (answered: string[]) => {
    const next = nextRow(pages, index, answered);
    // Who works from the list stays in it.
    if (document.activeElement?.getAttribute('role') === 'listbox') return select(next?.id ?? null, next?.index ?? 0);
    // The focus stays on this side while the next sheet comes.
    panel.current?.focus();
    // Where none comes next, the one just saved must not have the cursor again until it is gone.
    focusSheet(next !== null);
    select(next?.id ?? null, next?.index ?? 0);
  };
  const leave = () => {
    focusSheet(false);
    (work === null ? list : workList).current?.focus();
  };
  const settled = () => {
    if (work === null && task !== null) goOn([task]);
    else leave();
  };

  return (
    <div className={styles.view}>
      <section className={styles.list} aria-label={t('worklist.title')}>
        <Chips counts={counts} tab={tab} query={query} views={views} />
        <DraftStrip open={work === null ? task : null} />
        {marked.size > 0 ? <MarkBar onAll={markAll} onDone={() => list.current?.focus()} /> : <CoachBar />}
        <TaskList marked={marked} onMark={mark} pages={pages} tab={tab} counts={counts} onRange={onRange} handle={list} isAside={work !== null} onTurn={() => selectWork(null)} onPeek={() => setPeeked(selected)} />
        <OfficeWork mine={whose === 'mine'} handle={workList} onOpen={() => focusSheet(true)} />
      </section>
      <aside ref={panel} className={styles.sheet} aria-label={t('sheet.label')} tabIndex={-1}>
        {task === null ? (
          <Empty text={t('sheet.nothing')} next={t('sheet.keys')} />
        ) : detail.error ? (
          <div className={styles.failed}>
            <Failed error={asWireError(detail.error)} onRetry={() => void detail.refetch()} />
          </div>
        ) : (
          detail.data &&
          (detail.data.row.settled_by === 'record' ? (
            <CallSheet key={`${task}/${me?.id ?? ''}`} detail={detail.data} onNext={goOn} onLeave={leave} />
          ) : (
            <StepSheet key={task} detail={detail.data} wantsFocus={wantsFocus} onFocused={() => focusSheet(false)} onDone={settled} onLeave={leave} />
          ))
        )}
      </aside>
      <WorkDialogs />
    </div>
  );
}
