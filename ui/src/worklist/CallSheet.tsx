import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ClaimBar, focusTakeOver } from '../calls/ClaimBar';
import { ContactDialog } from '../calls/ContactDialog';
import { useClaim } from '../calls/useClaim';
import { useContactKey } from '../calls/useContactKey';
import { useDesk } from '../desk/desk';
import { returnTo } from '../drafts/place';
import { useDrafts } from '../drafts/drafts';
import { useDayWords } from '../i18n/days';
import type { TaskDetail } from '../platform/bindings';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { isCovered } from '../shared/overlays';
import { focusFirstQuestion, focusLastQuestion, focusNamedQuestion, type Move, moveQuestion } from '../shared/questions';
import { useReveal } from '../shared/reveal';
import { useToday } from '../shared/today';
import { BecauseBox } from './BecauseBox';
import styles from './CallSheet.module.css';
import { History } from './History';
import { Questions } from './Questions';
import { SheetFiles } from './SheetFiles';
import { SheetFoot } from './SheetFoot';
import { SheetHead } from './SheetHead';
import { type PaperWish, SheetPaper } from './SheetPaper';
import { type Fault, faultsOf, followUpOf, isMissed, isWritten, phoneOf, type Sheet } from './sheet';
import { useWorklistState } from './state';
import { Together } from './Together';
import { useSave } from './useSave';
import { useSheet } from './useSheet';

type Props = {
  detail: TaskDetail;
  /** Goes on to the next task; those were answered by the contact. */
  onNext: (answered: string[]) => void;
  /** Back to the list. */
  onLeave: () => void;
};

/** The sheet of one task, as soon as it is known what was left on it. */
export function CallSheet(props: Props) {
  return useDrafts().isKnown ? <Shown {...props} /> : null;
}

/** Whom to call, why, what to ask, what was said. */
function Shown({ detail, onNext, onLeave }: Props) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const today = useToday();
  const words = useDayWords();
  const body = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { sheet, draft, place, fromDraft, set, answer, gap, sign, clear } = useSheet(detail, body);
  const [isTried, setTried] = useState(false);
  const [phoneShown, setPhoneShown] = useState(false);
  const reveal = useReveal(detail.row.client?.id);
  const [paper, setPaper] = useState<PaperWish | null>(null);
  const { save, isSaving, error } = useSave(detail, draft.drop, onNext);
  const { wantsFocus, focusSheet } = useWorklistState();
  const [isBegun, setBegun] = useState(false);
  const { by, takeOver } = useClaim(detail.row.client?.id, isBegun && me !== null);

  useEffect(() => {
    if (wantsFocus && ((place && returnTo(body.current, place)) || focusFirstQuestion(body.current))) focusSheet(false);
  }, [wantsFocus, focusSheet, place]);

  const leave = () => {
    setBegun(false);
    onLeave();
  };
  const trySave = (written: Sheet) => {
    if (isSaving) return;
    if (by !== null) return focusTakeOver(bar.current);
    const found = faultsOf(written, detail, today, words);
    // Shown at once, so that the focus finds its question.
    flushSync(() => setTried(true));
    const followUp = followUpOf(written, detail, today, words);
    if (found[0]) focusNamedQuestion(body.current, found[0].question);
    // What a key like F9 has put in does not come back when it is undone.
    else if (followUp) save(followUp, sheet);
  };
  const park = () => {
    showDone(t('worklist.parked', { name: detail.row.client?.name ?? '' }));
    onNext([detail.row.id]);
  };
  const takeIt = () => {
    takeOver();
    focusFirstQuestion(body.current);
  };
  const togglePhone = () => (phoneShown ? setPhoneShown(false) : reveal(() => setPhoneShown(true)));
  const noAnswer = () => {
    if (isSaving) return;
    if (by !== null) return focusTakeOver(bar.current);
    const missed = { ...sheet, outcome: 'no_answer' };
    set(missed);
    // Nothing can be wrong with it, so no question has to be found.
    const followUp = followUpOf(missed, detail, today, words);
    if (followUp) save(followUp, sheet);
  };

  useSheetKeys(togglePhone, setPaper);
  useMissed(detail.row.id, noAnswer);

  const onKeyDown = (event: KeyboardEvent) => {
    // Dialogs stand elsewhere on the page, but React lets their keys through here.
    if (isIme(event) || !event.currentTarget.contains(event.target as Node)) return;
    if (event.ctrlKey && event.key === 'Enter') trySave(sheet);
    else if (event.shiftKey && event.key === 'Enter' && isSave(event.target)) focusLastQuestion(body.current);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  // From the first attempt on, what is still missing stands beside its question until it is answered.
  const faults: Fault[] = isTried ? faultsOf(sheet, detail, today, words) : [];
  const asksException = error?.code === 'recheck_by_rectifier' || sheet.exception !== '';
  const onMove = (from: Element, move: Move) => {
    // After a digit that says "not reached" nothing is asked: Enter saves from where the focus is.
    if (move === 'onward' && isMissed(chosenOutcome(from))) {
      from.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
      return;
    }
    // Behind the last question stands the button that saves.
    if (!moveQuestion(body.current, from, move) && move !== 'before') saveButton(foot.current)?.focus();
  };
  const onEnter = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey || event.shiftKey) return;
    if (!isMissed(sheet.outcome) || chosenOutcome(event.target as Element) === null) return;
    event.preventDefault();
    event.stopPropagation();
    trySave(sheet);
  };

  return (
    <div className={styles.sheet} onKeyDown={onKeyDown} onKeyDownCapture={onEnter} onFocus={() => setBegun(true)} data-testid="sheet" data-task={detail.row.id}>
      {by && <ClaimBar box={bar} by={by} onTakeOver={takeIt} onLeave={leave} />}
      {detail.row.client && <ContactByKey client={detail.row.client.id} name={detail.row.client.name} />}
      <div ref={body} className={styles.body} onBlur={draft.flush}>
        <SheetHead detail={detail} phoneShown={phoneShown} onPhone={togglePhone} chosenPhone={phoneOf(sheet, detail)} onChoosePhone={(phone) => set({ phone })} />
        <BecauseBox detail={detail} />
        <History records={detail.history} client={detail.row.client?.id ?? null} />
        <Together client={detail.row.client?.id} tasks={detail.together} chosen={sheet.together} onChange={(together) => set({ together })} />
        <Questions detail={detail} sheet={sheet} faults={faults} onSet={set} on={{ answer, gap, sign }} onMove={onMove} onChannel={() => focusFirstQuestion(body.current)} asksException={asksException} />
        <SheetFiles detail={detail} sheet={sheet} onChange={(attachments) => set({ attachments })} />
      </div>
      <SheetFoot
        box={foot}
        followUp={followUpOf(sheet, detail, today, words)}
        error={error}
        isSaving={isSaving}
        faults={faults.length}
        isWritten={isWritten(sheet)}
        fromDraft={fromDraft}
        savedAt={draft.savedAt}
        onPaper={setPaper}
        nobodyWorks={me === null}
        saveKey={isMissed(sheet.outcome) ? t('calls.saveMissed') : 'Ctrl ↵'}
        onSave={() => trySave(sheet)}
        onPark={park}
        onClear={clear}
      />
      {paper && <SheetPaper detail={detail} sheet={sheet} wish={paper} onClose={() => setPaper(null)} />}
    </div>
  );
}

/** A client who rings or walks in while another matter's sheet is open: Ctrl+I takes it down without a task. */
function ContactByKey({ client, name }: { client: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  useContactKey(() => setOpen(true));
  return isOpen && <ContactDialog client={client} name={name} onClose={() => setOpen(false)} />;
}

/** F8 shows or hides the number, Ctrl+P prints the form, with Shift a blank one. */
function useSheetKeys(togglePhone: () => void, print: (wish: PaperWish) => void) {
  const onKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (isIme(event) || isCovered()) return;
    if (event.key === 'F8') togglePhone();
    else if (event.ctrlKey && event.key.toLowerCase() === 'p') print(event.shiftKey ? 'blank' : 'filled');
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** F9 may be pressed in the list before the sheet of the selected row is there. */
function useMissed(task: string, noAnswer: () => void) {
  const { missed, miss } = useWorklistState();
  const onMissed = useEffectEvent(() => {
    if (missed === null) return;
    miss(null);
    if (missed === task) noAnswer();
  });
  useEffect(() => onMissed(), [missed]);
}

/** What stands chosen at the question of the outcome, where the element belongs to it; else null. */
function chosenOutcome(from: Element): string | null {
  const question = from.closest('[data-question=outcome]');
  return question?.querySelector<HTMLElement>('[aria-checked=true]')?.dataset.value ?? null;
}
const SAVE = '[data-testid=save]';
const saveButton = (foot: HTMLElement | null) => foot?.querySelector<HTMLElement>(SAVE);
const isSave = (target: EventTarget) => target instanceof Element && target.closest(SAVE) !== null;
