import { useTranslation } from 'react-i18next';
import type { CheckNote, ContactEdit } from '../platform/bindings';
import fields from '../shared/fields.module.css';
import styles from './archive.module.css';
import { noContact } from './edit';
import { Notes } from './Notes';

type Props = {
  contacts: ContactEdit[];
  relations: string[];
  notes: CheckNote[];
  onChange: (contacts: ContactEdit[]) => void;
  onLeave: () => void;
};

/** The client's own numbers, then those of kin: one line each, every cell a question. */
export function ContactRows({ contacts, relations, notes, onChange, onLeave }: Props) {
  const { t } = useTranslation();
  const set = (at: number, part: Partial<ContactEdit>) => onChange(contacts.map((contact, index) => (index === at ? { ...contact, ...part } : contact)));
  const cell = (at: number, name: 'relation' | 'name' | 'phones' | 'wechat', list?: string) => (
    <span data-question={`contact.${at}.${name}`}>
      <input
        className={fields.input}
        list={list}
        aria-label={t(`archive.contact.${name}`)}
        placeholder={t(`archive.contact.${name}`)}
        data-testid={`contact-${at}-${name}`}
        value={contacts[at]?.[name] ?? ''}
        onChange={(event) => set(at, { [name]: event.target.value })}
      />
    </span>
  );
  return (
    <>
      <datalist id="relations">
        {relations.map((relation) => (
          <option key={relation} value={relation} />
        ))}
      </datalist>
      {contacts.map((contact, at) => (
        <div key={at} className={styles.contact} data-testid="contact-row">
          {at === 0 && contact.relation === '' ? <span className={styles.self}>{t('archive.contact.self')}</span> : cell(at, 'relation', 'relations')}
          {at === 0 && contact.relation === '' ? <span /> : cell(at, 'name')}
          {cell(at, 'phones')}
          {cell(at, 'wechat')}
          <label title={t('archive.contact.doNotContactAbout')}>
            <input type="checkbox" tabIndex={-1} checked={contact.do_not_contact} data-testid={`contact-${at}-off`} onChange={(event) => set(at, { do_not_contact: event.target.checked })} />
            {t('archive.contact.doNotContact')}
          </label>
          <Notes of={`contact.${at}`} notes={notes} onLeave={onLeave} />
        </div>
      ))}
      <div>
        <button type="button" className={styles.link} data-testid="contact-add" onClick={() => onChange([...contacts, noContact(relations.at(-1) ?? '')])}>
          + {t('archive.contact.add')}
        </button>
      </div>
    </>
  );
}
