import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { useDayWords, useHourWords } from '../i18n/days';
import type { MatterKinds } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion, type Move, moveQuestion } from '../shared/questions';
import { parseSpokenMoment } from '../shared/spokenMoment';
import { useToday } from '../shared/today';
import { useDraft } from './draft';
import { editOf } from './edits';
import { Foreseen, useForeseen } from './Foreseen';
import { KindQuestions } from './KindQuestions';
import styles from './NewMatter.module.css';
import { useMatters } from './state';
import { type Draft, isWritten, wishOf } from './wish';
import { KindChoice, WhoQuestion } from './WhoQuestion';

/** The form: whom it concerns, what it is, and beside it what it will cause. Ctrl+Enter saves. */
export function NewMatterForm({ kinds }: { kinds: MatterKinds }) {
  const { t } = useTranslation();
  const today = useToday();
  const [days, hours] = [useDayWords(), useHourWords()];
  const { draft, set, clear } = useDraft();
  const { newFor, closeNew } = useMatters();
  const [isTried, setTried] = useState(false);
  const [hadDraft] = useState(() => isWritten(draft) && newFor === null);
  const form = useDialogForm();
  const register = useWrite('register_matter', { failureShownHere: true });
  const undo = useWrite('edit_matter');
  const kind = kinds.kinds.find((known) => known.kind === draft.kind);
  const moment = draft.day.trim() === '' ? null : parseSpokenMoment(draft.day, today, days, hours, leaning(draft));
  const badDay = draft.day.trim() !== '' && moment === null;
  const mayBeNobody = kind?.nobody ?? true;
  const missingWho = draft.who.kind === 'open' || (draft.who.kind === 'nobody' && !mayBeNobody);
  const wish = kind && !badDay ? wishOf(draft, kind, moment) : null;
  const foreseen = useForeseen(wish && !missingWho ? wish : null);

  useEffect(() => {
    if (newFor) set({ who: { kind: 'client', client: newFor }, caller: '' });
  }, [newFor, set]);

  const move = (from: Element, to: Move) => moveQuestion(form.current, from, to);
  const save = () => {
    setTried(true);
    const missing = missingWho ? 'who' : !kind ? 'kind' : badDay ? 'day' : null;
    if (missing) return void focusNamedQuestion(form.current, missing);
    if (!wish || register.isPending) return;
    register.mutate(wish, {
      onSuccess: ({ line, matter }) => {
        clear();
        closeNew();
        showDone(line, () => undo.mutate({ ...editOf(matter, 'strike'), reason: t('matters.undoReason') }));
      },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || !event.ctrlKey || event.key !== 'Enter') return;
    event.preventDefault();
    save();
  };
  return (
    <div className={styles.columns} onKeyDown={onKeyDown} data-testid="new-matter">
      <div ref={form} className={styles.form}>
        <WhoQuestion
          draft={draft}
          error={isTried && missingWho ? t(draft.who.kind === 'nobody' ? 'matters.notNobody' : 'matters.whoNeeded') : undefined}
          onChange={set}
          onMove={move}
        />
        <KindChoice kinds={kinds.kinds} value={draft.kind} error={isTried && !kind ? t('matters.kindNeeded') : undefined} onChange={(next) => set({ kind: next, milestone: null, fields: {} })} onMove={move} />
        {kind && <KindQuestions kind={kind} kinds={kinds} draft={draft} onChange={set} onMove={move} nextNo={foreseen.data?.no ?? ''} dayError={isTried && badDay ? t('sheet.badDay') : undefined} lean={leaning(draft)} />}
      </div>
      <aside className={styles.aside}>
        {hadDraft && (
          <p className={styles.note}>
            {t('matters.draft')}{' '}
            <Button type="link" onClick={clear}>
              {t('sheet.dropDraft')}
            </Button>
          </p>
        )}
        {kind && !missingWho ? <Foreseen foresight={foreseen.data} error={foreseen.error} /> : <p className={styles.note}>{t('matters.foreseeLater')}</p>}
        {register.error && <Failed error={register.error} />}
        <Button type="primary" size="middle" block loading={register.isPending} data-testid="save-matter" onClick={save}>
          {t('matters.save')} Ctrl ↵
        </Button>
      </aside>
    </div>
  );
}

/** What was booked lies ahead; what happened lies behind. */
function leaning(draft: Draft): 'future' | 'past' {
  return draft.kind === 'appointment' && [null, 'scheduled'].includes(draft.milestone) ? 'future' : 'past';
}
