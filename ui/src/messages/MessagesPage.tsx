import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { composeQueryOptions, messageListsQueryOptions, messageTextsQueryOptions } from '../api/queries';
import { asWireError } from '../platform';
import type { ComposeMessages } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { useSettled } from '../shared/useSettled';
import { FirstSteps } from '../start/FirstSteps';
import { CalendarBox } from './CalendarBox';
import { History } from './History';
import styles from './Messages.module.css';
import { Result } from './Result';
import { useMessages, wishOf } from './state';
import { TextList } from './TextList';
import { WhomBox } from './WhomBox';
import { WordsBox } from './WordsBox';

/** How long the typing rests before the messages follow. */
const REST_MS = 150;

const NOBODY: ComposeMessages = { channel: 'sms', title: '', text: '', to: { kind: 'clients', class: null, festival: null, lunar: false, days: 0, clients: [] }, again: false, leave_out: [] };

/** 短信微信: a text, whom it is for, and what each of them would get; sent by other means, and noted here. */
export function MessagesPage() {
  const { t } = useTranslation();
  const state = useMessages();
  const lists = useQuery(messageListsQueryOptions());
  const texts = useQuery(messageTextsQueryOptions());
  const wish = lists.data ? wishOf(state, lists.data.festivals, lists.data.classes) : null;
  // Compared by what it says: the object is another one each time.
  const said = useSettled(JSON.stringify(wish ?? NOBODY), REST_MS);
  const asked = JSON.parse(said) as ComposeMessages;
  const composed = useQuery({ ...composeQueryOptions(asked), enabled: wish !== null, placeholderData: keepPreviousData });
  const error = lists.error ?? texts.error ?? composed.error;
  return (
    <div className={styles.view}>
      <aside className={styles.left} aria-label={t('messages.texts')}>
        <h1>{t('messages.title')}</h1>
        <TextList texts={texts.data?.texts ?? []} />
        <History />
        <CalendarBox />
      </aside>
      {lists.data?.clients === 0 ? (
        <div className={styles.nobody}>
          <FirstSteps text={t('messages.empty')} />
        </div>
      ) : (
        <>
          <section className={styles.middle} aria-label={t('messages.words')}>
            {lists.data && <WhomBox lists={lists.data} />}
            <WordsBox placeholders={texts.data?.placeholders ?? []} unknown={state.text === '' ? [] : (composed.data?.unknown ?? [])} />
          </section>
          <section className={styles.right} aria-label={t('messages.whom')}>
            {error && <Failed error={asWireError(error)} onRetry={() => void composed.refetch()} />}
            {wish && composed.data && <Result wish={asked} composed={composed.data} isStale={said !== JSON.stringify(wish) || composed.isPlaceholderData} />}
          </section>
        </>
      )}
    </div>
  );
}
