import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doubtsQueryOptions, duplicatesQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { useRoute } from '../desk/route';
import { codesOf } from '../i18n/codes';
import { asWireError } from '../platform';
import { ChipRow } from '../shared/ChipRow';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';
import styles from './archive.module.css';
import { DoubtLine, PairLine } from './TidyLines';
import { MergeDialog } from './MergeDialog';

type Doubtful = { doubt: string; data: string; text: string };

/** 疑似有误: doubtful data and clients who may be one, to be cleared one by one. */
export function TidyPage() {
  const { t } = useTranslation();
  const { back } = useRoute();
  const pairs = useQuery(duplicatesQueryOptions());
  const doubts = useQuery(doubtsQueryOptions());
  const [tab, setTab] = useState('pairs');
  const [merging, setMerging] = useState<[string, string] | null>(null);
  const [accepting, setAccepting] = useState<Doubtful | null>(null);
  const count = (kind: string) => doubts.data?.kinds.find((known) => known.kind === kind)?.count ?? 0;
  const chips = [
    { value: 'pairs', label: t('archive.pairs'), count: pairs.data?.total ?? 0 },
    ...codesOf('doubt').map((kind) => ({ ...kind, count: count(kind.value) })).filter((kind) => kind.count > 0),
  ];
  const shown = chips.some((chip) => chip.value === tab) ? tab : 'pairs';
  const listed = doubts.data?.doubts.filter((doubt) => doubt.kind === shown) ?? [];
  const error = pairs.error ?? doubts.error;
  const isEmpty = shown === 'pairs' ? pairs.data?.total === 0 : listed.length === 0;
  return (
    <section className={styles.page} aria-label={t('archive.tidy')} data-testid="tidy">
      <div className={styles.top}>
        <Button onClick={back}>← {t('common.back')}</Button>
        <h1>{t('archive.tidy')}</h1>
        <ChipRow label={t('archive.tidy')} testId="tidy" chips={chips} value={shown} onChange={setTab} />
      </div>
      {error && <Failed error={asWireError(error)} />}
      {isEmpty && <Empty text={t('archive.tidyEmpty')} next={t('archive.tidyEmptyNext')} />}
      {!isEmpty && (
        <ul className={styles.list}>
          {shown === 'pairs'
            ? pairs.data?.pairs.map((pair) => (
                <PairLine key={pair.doubt} pair={pair} onMerge={() => setMerging([pair.a.id, pair.b.id])} onAccept={() => setAccepting({ ...pair, text: `${pair.a.name} · ${pair.b.name}` })} />
              ))
            : listed.map((doubt) => (
                <DoubtLine key={doubt.doubt} doubt={doubt} onMerge={(a, b) => setMerging([a, b])} onAccept={() => setAccepting(doubt)} />
              ))}
        </ul>
      )}
      {merging && <MergeDialog a={merging[0]} b={merging[1]} onClose={() => setMerging(null)} />}
      {accepting && <AcceptDialog what={accepting} onClose={() => setAccepting(null)} />}
    </section>
  );
}

function AcceptDialog({ what, onClose }: { what: Doubtful; onClose: () => void }) {
  const { t } = useTranslation();
  const accept = useWrite('accept_doubt', { failureShownHere: true });
  const again = useWrite('drop_accepted_doubt');
  const undo = () => void again.mutateAsync({ doubt: what.doubt }).then((changed) => showDone(changed.line), () => undefined);
  return (
    <ReasonDialog
      title={t('archive.accept')}
      about={what.text}
      okText={t('archive.accept')}
      isBusy={accept.isPending}
      error={accept.error}
      onClose={onClose}
      onConfirm={(reason) =>
        accept.mutate(
          { doubt: what.doubt, data: what.data, reason },
          {
            onSuccess: (changed) => {
              onClose();
              showDone(changed.line, undo);
            },
          },
        )
      }
    />
  );
}
