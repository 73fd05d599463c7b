import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/desk';
import { StaffField } from '../desklist/StaffField';
import { useDrafts } from '../drafts/drafts';
import { useDayWords } from '../i18n/days';
import type { RoundSheet } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { DayField } from '../shared/DayField';
import { Field } from '../shared/Field';
import { focusFirstQuestion, focusNamedQuestion } from '../shared/questions';
import { parseSpokenDay } from '../shared/spokenDay';
import { useToday } from '../shared/today';
import { useRoundDraft } from './draft';
import { EMPTY } from './entry';
import { EntryRow } from './EntryRow';
import styles from './rounds.module.css';

/** A returned sheet, as soon as it is known what was left of it half typed. */
export function RoundEntry({ sheet }: { sheet: RoundSheet }) {
  const { me } = useDesk();
  return useDrafts().isKnown ? <Shown key={me?.id ?? ''} sheet={sheet} /> : null;
}

/** One line a visit, in the order of the paper, typed with digits and Enter. */
function Shown({ sheet }: { sheet: RoundSheet }) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const { round, rows } = sheet;
  const whole = useRef<HTMLDivElement>(null);
  const title = t('rounds.draftTitle', { person: round.person, day: shortDay(round.on ?? round.printed_on, today) });
  const start = { day: round.on ?? '', visitor: round.staff ?? undefined, rows: {} };
  const { draft, set, write, drop, flush } = useRoundDraft(round.round, title, start, whole);
  const box = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const day = parseSpokenDay(draft.day, today, words, 'past');
  // Nothing is red before anything was typed.
  const isBegun = draft.day.trim() !== '' || Object.keys(draft.rows).length > 0;
  const isReady = day !== null && draft.visitor !== undefined;
  const isOpen = (number: number) => rows[number - 1]?.record === null && (rows[number - 1]?.forms.length ?? 0) > 0;
  const focusRow = (number: number) => focusFirstQuestion(box.current?.querySelector<HTMLElement>(`[data-visit="${number}"]`) ?? null);

  // Typing begins in the first row that is still open, or with the day, where the paper has none.
  useEffect(() => {
    const first = rows.find((row) => isOpen(row.number));
    if (isReady && first) focusRow(first.number);
    else if (first) focusNamedQuestion(head.current, 'day');
    // Only when the sheet is opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const goOn = (from: number) => {
    const next = rows.find((row) => row.number > from && isOpen(row.number)) ?? rows.find((row) => row.number !== from && isOpen(row.number));
    if (next) focusRow(next.number);
  };
  return (
    <div ref={whole} className={styles.entry} data-testid="round-entry" onBlur={flush}>
      <div ref={head} className={styles.top}>
        <h2>{round.person}</h2>
        <div className={styles.who}>
          <StaffField label={t('rounds.visitor')} question="visitor" testId="entry-visitor" required value={draft.visitor} onChange={(visitor) => set({ visitor })} error={draft.visitor ? undefined : t('rounds.visitorNeeded')} />
        </div>
        <Field label={t('rounds.entryDay')} question="day" required error={day || !isBegun ? undefined : t('rounds.entryDayNeeded')}>
          <DayField label={t('rounds.entryDay')} testId="entry-day" lean="past" value={draft.day} onChange={(typed) => set({ day: typed })} onMove={() => goOn(0)} invalid={day === null && isBegun} />
        </Field>
        <span className={styles.progress}>{t('rounds.progress', { entered: round.entered, visits: round.visits })}</span>
      </div>
      <p className={styles.about}>{t('rounds.keys')}</p>
      <div className={styles.head} aria-hidden="true">
        {(['number', 'client', 'result', 'note'] as const).map((column) => (
          <span key={column}>{t(`rounds.column.${column}`)}</span>
        ))}
      </div>
      <div ref={box} className={styles.rows}>
        {rows.map((visit) => (
          <EntryRow
            key={visit.number}
            visit={visit}
            entry={draft.rows[visit.number] ?? EMPTY}
            by={isReady ? (draft.visitor ?? null) : null}
            on={day}
            onWrite={(entry) => write(visit.number, entry)}
            onSaved={() => {
              drop(visit.number, !rows.some((row) => row.number !== visit.number && isOpen(row.number)));
              goOn(visit.number);
            }}
          />
        ))}
      </div>
    </div>
  );
}
