import { useTranslation } from 'react-i18next';
import type { MessageLists } from '../platform/bindings';
import styles from './Messages.module.css';
import { amongOf, useMessages } from './state';

/** In a list of choices nothing chosen must be a word of its own: classes may have any name. */
const POLICY = '\u0000policy';

/** Which festival, and whom of all clients. */
export function FestivalPicker({ lists }: { lists: MessageLists }) {
  const { t } = useTranslation();
  const state = useMessages();
  const festival = lists.festivals.find((known) => known.code === state.festival) ?? lists.festivals[0];
  if (!festival) return null;
  const among = amongOf(state, festival);
  return (
    <div className={styles.pair}>
      <select className={styles.select} aria-label={t('messages.pickFestival')} data-testid="message-festival" value={festival.code} onChange={(event) => state.set({ festival: event.target.value })}>
        {lists.festivals.map((one) => (
          <option key={one.code} value={one.code}>
            {t('messages.festivalLine', { ...one, day: one.day.slice(5) })}
          </option>
        ))}
      </select>
      <select
        className={styles.select}
        aria-label={t('messages.among')}
        data-testid="message-among"
        value={among ?? POLICY}
        onChange={(event) => state.set({ among: event.target.value === POLICY ? null : event.target.value })}
      >
        {festival.asked > 0 && <option value={POLICY}>{t('messages.asked', { count: festival.asked })}</option>}
        <option value="">
          {t('messages.everybody')} · {lists.clients}
        </option>
        {lists.classes.map(({ name, count }) => (
          <option key={name} value={name}>
            {name} · {count}
          </option>
        ))}
      </select>
    </div>
  );
}
