import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { useDayWords } from '../i18n/days';
import type { TaskDetail } from '../platform/bindings';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { isCovered } from '../shared/overlays';
import { focusFirstQuestion, focusNamedQuestion, type Move, moveQuestion } from '../shared/questions';
import { useReveal } from '../shared/reveal';
import { useToday } from '../shared/today';
import { BecauseBox } from './BecauseBox';
import styles from './CallSheet.module.css';
import { History } from './History';
import { Questions } from './Questions';
import { SheetFoot } from './SheetFoot';
import { SheetHead } from './SheetHead';
import { type Fault, faultsOf, followUpOf, isWritten, type Sheet } from './sheet';
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

/** The sheet of one task: whom to call, why, what to ask, what was said. */
export function CallSheet({ detail, onNext, onLeave }: Props) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const today = useToday();
  const words = useDayWords();
  const body = useRef<HTMLDivElement>(null);
  const { sheet, fromDraft, set, answer, clear } = useSheet(detail, me?.id ?? '');
  const [isTried, setTried] = useState(false);
  const [phoneShown, setPhoneShown] = useState(false);
  const reveal = useReveal(detail.row.client?.id);
  const { save, isSaving, error } = useSave(detail, onNext);
  const { wantsFocus, focusSheet } = useWorklistState();

  useEffect(() => {
    if (wantsFocus && focusFirstQuestion(body.current)) focusSheet(false);
  }, [wantsFocus, focusSheet]);

  const trySave = (written: Sheet) => {
    if (isSaving) return;
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
  const togglePhone = () => (phoneShown ? setPhoneShown(false) : reveal(() => setPhoneShown(true)));
  const noAnswer = () => {
    const missed = { ...sheet, outcome: 'no_answer' };
    set(missed);
    trySave(missed);
  };

  const onFunctionKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (isIme(event) || isCovered()) return;
    if (event.key === 'F8') togglePhone();
    else if (event.key === 'F9') noAnswer();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener('keydown', onFunctionKey);
    return () => window.removeEventListener('keydown', onFunctionKey);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // Dialogs stand elsewhere on the page, but React lets their keys through here.
    if (isIme(event) || !event.currentTarget.contains(event.target as Node)) return;
    if (event.ctrlKey && event.key === 'Enter') trySave(sheet);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  // From the first attempt on, what is still missing stands beside its question until it is answered.
  const faults: Fault[] = isTried ? faultsOf(sheet, detail, today, words) : [];
  const asksException = error?.code === 'recheck_by_rectifier' || sheet.exception !== '';
  const onMove = (from: Element, move: Move) => moveQuestion(body.current, from, move);

  return (
    <div className={styles.sheet} onKeyDown={onKeyDown} data-testid="sheet" data-task={detail.row.id}>
      <div ref={body} className={styles.body}>
        <SheetHead detail={detail} phoneShown={phoneShown} onPhone={togglePhone} />
        <BecauseBox detail={detail} />
        <History records={detail.history} />
        <Together tasks={detail.together} chosen={sheet.together} onChange={(together) => set({ together })} />
        <Questions detail={detail} sheet={sheet} faults={faults} onSet={set} onAnswer={answer} onMove={onMove} asksException={asksException} />
      </div>
      <SheetFoot
        followUp={followUpOf(sheet, detail, today, words)}
        error={error}
        isSaving={isSaving}
        faults={faults.length}
        isWritten={isWritten(sheet)}
        fromDraft={fromDraft}
        nobodyWorks={me === null}
        onSave={() => trySave(sheet)}
        onPark={park}
        onClear={clear}
      />
    </div>
  );
}
