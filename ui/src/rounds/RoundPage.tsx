import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roundSheetQueryOptions, roundsQueryOptions } from '../api/queries';
import { useRoute } from '../desk/route';
import { openDraftsOf } from '../drafts/openers';
import { asWireError } from '../platform';
import type { RoundBrief } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { useToday } from '../shared/today';
import { PrintRounds } from './PrintRounds';
import { RoundEntry } from './RoundEntry';
import { useRounds } from './state';
import styles from './rounds.module.css';

// A half-typed sheet is gone on with here.
openDraftsOf('round', (draft) => {
  useRounds.getState().choose(draft.key);
  useRoute.getState().go({ page: 'rounds' });
});

/** 回访单: rounds of home visits go out on paper, and what comes back is typed in the same order. */
export function RoundPage() {
  const { t } = useTranslation();
  const rounds = useQuery(roundsQueryOptions());
  const { chosen, choose } = useRounds();
  const [isPrinting, setPrinting] = useState(false);
  const current = rounds.data?.find((round) => round.round === chosen) ?? rounds.data?.find((round) => round.entered < round.visits) ?? rounds.data?.[0];
  const sheet = useQuery({ ...roundSheetQueryOptions(current?.round ?? ''), enabled: current !== undefined });
  const error = rounds.error ?? sheet.error;
  return (
    <div className={styles.view}>
      <section className={styles.side} aria-label={t('rounds.list')}>
        <h1>{t('rounds.title')}</h1>
        <p className={styles.about}>{t('rounds.about')}</p>
        <Button type="primary" data-testid="round-print" onClick={() => setPrinting(true)}>
          {t('rounds.print')}
        </Button>
        <div className={styles.rounds} data-testid="rounds">
          {rounds.data?.map((round) => (
            <RoundLine key={round.round} round={round} isOn={round === current} onChoose={() => choose(round.round)} />
          ))}
        </div>
      </section>
      <section className={styles.main}>
        {error && <Failed error={asWireError(error)} onRetry={() => void (rounds.error ? rounds.refetch() : sheet.refetch())} />}
        {rounds.data?.length === 0 && <Empty text={t('rounds.none')} next={t('rounds.noneNext')} />}
        {sheet.data && current && <RoundEntry key={current.round} sheet={sheet.data} />}
      </section>
      {isPrinting && <PrintRounds onClose={() => setPrinting(false)} />}
    </div>
  );
}

function RoundLine({ round, isOn, onChoose }: { round: RoundBrief; isOn: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const isComplete = round.entered >= round.visits;
  return (
    <button type="button" className={isOn ? `${styles.round} ${styles.on}` : styles.round} aria-current={isOn || undefined} data-testid="round" onClick={onChoose}>
      <b>{round.person}</b>
      <span className={isComplete ? styles.complete : undefined}>
        {isComplete ? `✓ ${t('rounds.complete')}` : t('rounds.progress', { entered: round.entered, visits: round.visits })}
      </span>
      <small>
        {round.on ? t('rounds.onDay', { day: shortDay(round.on, today) }) : t('rounds.noDay')} · {t('rounds.printedOn', { day: shortDay(round.printed_on, today) })}
      </small>
    </button>
  );
}
