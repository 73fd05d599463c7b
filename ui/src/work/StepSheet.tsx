import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { useRoute } from '../desk/route';
import { useDayWords } from '../i18n/days';
import type { TaskDetail } from '../platform/bindings';
import { DayField } from '../shared/DayField';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { focusFirstQuestion, focusNamedQuestion } from '../shared/questions';
import { useReveal } from '../shared/reveal';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import { BecauseBox } from '../worklist/BecauseBox';
import styles from '../worklist/CallSheet.module.css';
import { History } from '../worklist/History';
import { SheetHead } from '../worklist/SheetHead';
import { Decisions } from './Decisions';
import { useWork } from './state';
import { useFinish } from './useFinish';

type Props = { detail: TaskDetail; wantsFocus: boolean; onFocused: () => void; onDone: () => void; onLeave: () => void };

/** The sheet of what is done without a contact: why it is to be done, and the one thing that settles it. */
export function StepSheet({ detail, wantsFocus, onFocused, onDone, onLeave }: Props) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { go } = useRoute();
  const { beginDraw } = useWork();
  const today = useToday();
  const words = useDayWords();
  const { row } = detail;
  const sheet = useRef<HTMLDivElement>(null);
  const [phoneShown, setPhoneShown] = useState(false);
  const reveal = useReveal(row.client?.id);
  const [typedDay, setTypedDay] = useState(today);
  const [note, setNote] = useState('');
  const { finish, isBusy, error } = useFinish(row, { failureShownHere: true, onDone });
  const day = parseSpokenDay(typedDay, today, words, 'past');
  const isFinished = row.settled_by === 'finish';

  useEffect(() => {
    if (!wantsFocus) return;
    // The note comes first: the day is right as it stands nearly always.
    if (!focusNamedQuestion(sheet.current, 'note')) focusFirstQuestion(sheet.current);
    onFocused();
  }, [wantsFocus, onFocused]);

  const act = () => {
    if (row.settled_by === 'draw') beginDraw(row.id);
    else if (row.settled_by === 'problem') go({ page: 'problems' });
    else if (isFinished && day !== null) finish(note.trim(), day === today ? null : day);
    else focusNamedQuestion(sheet.current, 'day');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.currentTarget.contains(event.target as Node)) return;
    if (event.ctrlKey && event.key === 'Enter') act();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={sheet} className={styles.sheet} onKeyDown={onKeyDown} data-testid="step-sheet" data-task={row.id}>
      <div className={styles.body}>
        <SheetHead detail={detail} phoneShown={phoneShown} onPhone={() => (phoneShown ? setPhoneShown(false) : reveal(() => setPhoneShown(true)))} />
        <BecauseBox detail={detail} />
        <p className={styles.about}>{t(`work.about.${aboutOf(row.settled_by)}`, { have: row.have, need: row.need })}</p>
        {isFinished && (
          <>
            <Field label={t('work.note')} question="note">
              <textarea className={fields.input} rows={3} aria-label={t('work.note')} data-testid="work-note" value={note} onChange={(event) => setNote(event.target.value)} />
            </Field>
            <Field label={t('work.day')} question="day" error={day === null ? t('sheet.badDay') : undefined}>
              <DayField label={t('work.day')} testId="work-day" value={typedDay} onChange={setTypedDay} invalid={day === null} lean="past" />
            </Field>
          </>
        )}
        <History records={detail.history} client={row.client?.id ?? null} />
        <Decisions decisions={detail.decisions} />
      </div>
      <footer className={styles.foot}>
        {error && <Failed error={error} testId="finish-failed" />}
        {me === null && <p className={styles.warn}>{t('sheet.nobodyWorks')}</p>}
        {row.settled_by !== 'count' && (
          <div className={styles.buttons} data-question="act">
            <Button size="middle" type="primary" className={styles.save} loading={isBusy} onClick={act} tabIndex={0} data-testid="work-act">
              {t(`work.act.${aboutOf(row.settled_by)}`)}
              <span className={styles.saveKey}>Ctrl ↵</span>
            </Button>
          </div>
        )}
      </footer>
    </div>
  );
}

type About = 'finish' | 'draw' | 'problem' | 'count';

function aboutOf(settledBy: string): About {
  return settledBy === 'draw' || settledBy === 'problem' || settledBy === 'count' ? settledBy : 'finish';
}
