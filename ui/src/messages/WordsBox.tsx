import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import { codesOf } from '../i18n/codes';
import type { LabelValue } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { showDone } from '../shared/notices';
import styles from './Messages.module.css';
import { useMessages } from './state';

type Props = { placeholders: LabelValue[]; unknown: string[] };

/** The words, with the placeholders to put in; kept as a text of the office's own when somebody wants it. */
export function WordsBox({ placeholders, unknown }: Props) {
  const { t } = useTranslation();
  const { from, title, purpose, text, set } = useMessages();
  const [isTried, setTried] = useState(false);
  const words = useRef<HTMLTextAreaElement>(null);
  const save = useWrite('save_message_text', { failureShownHere: true });
  const remove = useWrite('delete_message_text');
  const own = from?.startsWith('own/') ? from : null;
  const insert = (placeholder: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = words.current ?? {};
    set({ text: text.slice(0, selectionStart) + placeholder + text.slice(selectionEnd) });
    words.current?.focus();
  };
  const keep = (id: string | null) => {
    setTried(true);
    if (title.trim() === '' || text.trim() === '') return;
    save.mutate(
      { id, title: title.trim(), purpose, text },
      {
        onSuccess: (written) => {
          set({ from: written.id });
          showDone(written.line);
        },
      },
    );
  };
  const drop = () => {
    if (!own) return;
    const again = () => save.mutate({ id: null, title, purpose, text }, { onSuccess: (written) => set({ from: written.id, title, purpose, text }) });
    remove.mutate({ id: own }, { onSuccess: () => showDone(t('messages.removed', { title }), again) });
    set({ from: null });
  };
  return (
    <div className={styles.box}>
      <Field
        label={t('messages.words')}
        aside={t('messages.count', { count: text.length })}
        error={unknown.length > 0 ? t('messages.unknown', { names: unknown.map((name) => `{${name}}`).join(t('common.comma')) }) : undefined}
      >
        <textarea
          ref={words}
          className={fields.input}
          rows={6}
          aria-label={t('messages.words')}
          aria-invalid={unknown.length > 0 || undefined}
          placeholder={t('messages.wordsPlaceholder')}
          data-testid="message-words"
          value={text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </Field>
      <div className={styles.chips} role="group" aria-label={t('messages.insert')}>
        {placeholders.map(({ label, value }) => (
          <button key={label} type="button" title={value} data-testid="placeholder" onClick={() => insert(label)}>
            {label}
          </button>
        ))}
      </div>
      <Field label={t('messages.textTitle')} error={isTried && title.trim() === '' ? t('messages.titleNeeded') : undefined}>
        <div className={styles.keep}>
          <input className={fields.input} aria-label={t('messages.textTitle')} data-testid="message-title" value={title} onChange={(event) => set({ title: event.target.value })} />
          <select className={styles.select} aria-label={t('messages.purpose')} value={purpose} onChange={(event) => set({ purpose: event.target.value })}>
            {codesOf('messagePurpose').map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <Button loading={save.isPending} onClick={() => keep(own)} data-testid="message-save">
            {own ? t('messages.save') : t('messages.asOwn')}
          </Button>
          {own && (
            <Button onClick={drop} data-testid="message-delete">
              {t('messages.remove')}
            </Button>
          )}
        </div>
      </Field>
      {save.error && <Failed error={save.error} />}
    </div>
  );
}
