import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { MessageTextRow } from '../platform/bindings';
import styles from './Messages.module.css';
import { useMessages } from './state';

/** The texts: the office's own, those of its policies, those that ship. A click begins with one. */
export function TextList({ texts }: { texts: MessageTextRow[] }) {
  const { t } = useTranslation();
  const { from, take, set } = useMessages();
  const groups = [
    ['messages.ownTexts', texts.filter((text) => text.own)],
    ['messages.packTexts', texts.filter((text) => text.from !== '')],
    ['messages.shippedTexts', texts.filter((text) => !text.own && text.from === '')],
  ] as const;
  return (
    <div className={styles.texts}>
      <button type="button" className={styles.text} aria-pressed={from === null} data-testid="text-new" onClick={() => set({ from: null, title: '', purpose: 'other', text: '' })}>
        <strong>+ {t('messages.newText')}</strong>
      </button>
      {groups.map(
        ([title, group]) =>
          group.length > 0 && (
            <div key={title} role="group" aria-label={t(title)}>
              <h3>{t(title)}</h3>
              {group.map((text) => (
                <button key={text.id} type="button" className={styles.text} aria-pressed={from === text.id} title={text.text} data-testid="message-text" data-text={text.id} onClick={() => take(text)}>
                  <strong>{text.title}</strong>
                  <small>{text.from || codeText('messagePurpose', text.purpose)}</small>
                </button>
              ))}
            </div>
          ),
      )}
    </div>
  );
}
