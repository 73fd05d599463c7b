import { useTranslation } from 'react-i18next';
import type { ClientHit, MatterHit } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { Kbd } from '../shared/Kbd';
import { maskPhone } from '../shared/mask';
import { useToday } from '../shared/today';
import type { Command } from './commands';
import { Marked, MarkedPhone } from './Marked';
import styles from './Palette.module.css';

/** A client as a line: name, room, telephone, each with its match where it is what was matched. */
export function ClientLine({ hit: { client, matched } }: { hit: ClientHit }) {
  const { t } = useTranslation();
  const by = matched?.by;
  const name = matched && (by === 'name' || by === 'pinyin') ? <Marked match={matched} /> : client.name;
  return (
    <>
      <span className={styles.main} title={client.name}>
        <b>{name}</b>
        {matched?.reading && by === 'pinyin' && <small className={styles.reading}>{matched.reading}</small>}
      </span>
      <span>{matched && by === 'place' ? <Marked match={matched} /> : client.place}</span>
      <small>{matched && by === 'no' ? <Marked match={matched} /> : client.no}</small>
      <small className={styles.last}>
        {matched && by === 'contact' && (
          <>
            {t('search.contact')} <Marked match={matched} />
          </>
        )}
        {matched && by === 'phone' && <MarkedPhone match={matched} />}
        {by !== 'contact' && by !== 'phone' && client.phone && maskPhone(client.phone)}
      </small>
    </>
  );
}

/** A matter as a line: its number with the match, its kind, whom it concerns, its last day. */
export function MatterLine({ hit: { matter, client, on, matched } }: { hit: MatterHit }) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <>
      <span className={styles.main}>
        <b>
          <Marked match={matched} />
        </b>
      </span>
      <span>{matter.kind_label}</span>
      <span>{client?.name ?? t('search.anonymous')}</span>
      <small className={styles.last}>{on && shortDay(on, today)}</small>
    </>
  );
}

/** A command as a line, with its key. */
export function CommandLine({ command }: { command: Command }) {
  return (
    <>
      <span className={styles.main}>{command.name}</span>
      <span className={styles.key}>{command.key && <Kbd>{command.key}</Kbd>}</span>
    </>
  );
}
