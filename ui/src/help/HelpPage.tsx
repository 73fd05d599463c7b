import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../desk/route';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import styles from './Help.module.css';
import { Said } from './Said';
import { useHelp } from './state';
import { findTopics, type TopicId, topicOf } from './topics';
import { TopicText } from './TopicText';

/** So much of the text stays on the screen when it is turned over. */
const STAYS = 60;

/** 帮助: the topics on the left, what the chosen one says on the right. */
export function HelpPage() {
  const { t } = useTranslation();
  const { topic, find, show, look } = useHelp();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const found = findTopics(find);
  // What was looked for decides; the topic that was open stays where it is among what was found.
  const current = found.includes(topic) ? topic : found[0];
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    // Newer webviews answer with a promise, which is no way to end an effect.
    void text.current?.scrollTo?.(0, 0);
  }, [current]);

  const walk = (to: number) => {
    const next = found[Math.max(0, Math.min(found.length - 1, to))];
    if (next) show(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.ctrlKey || event.altKey) return;
    const at = current ? found.indexOf(current) : 0;
    const isInText = event.target !== list.current && event.target !== input.current;
    const page = (text.current?.clientHeight ?? 0) - STAYS;
    const acts: Record<string, (() => void) | undefined> = {
      Escape: () => (find === '' ? useRoute.getState().back() : look('')),
      // In the text the arrows scroll, as everywhere.
      ArrowDown: isInText ? undefined : () => walk(at + 1),
      ArrowUp: isInText ? undefined : () => walk(at - 1),
      PageDown: isInText ? undefined : () => text.current?.scrollBy(0, page),
      PageUp: isInText ? undefined : () => text.current?.scrollBy(0, -page),
      Home: event.target === list.current ? () => walk(0) : undefined,
      End: event.target === list.current ? () => walk(found.length - 1) : undefined,
      Enter: isInText ? undefined : () => text.current?.focus(),
    };
    const act = acts[event.key];
    if (!act) return;
    act();
    event.preventDefault();
  };

  return (
    <div className={styles.view} onKeyDown={onKeyDown} data-testid="help-page">
      <div className={styles.side}>
        <input
          ref={input}
          type="search"
          className={fields.input}
          value={find}
          aria-label={t('help.find')}
          placeholder={t('help.find')}
          data-testid="help-find"
          onChange={(event) => look(event.target.value)}
        />
        <div
          ref={list}
          className={styles.topics}
          role="listbox"
          tabIndex={0}
          aria-label={t('help.topics')}
          aria-activedescendant={current && `help-${current}`}
          data-testid="help-topics"
        >
          {found.map((id) => (
            <TopicLine key={id} id={id} isOn={id === current} onChoose={() => show(id)} />
          ))}
        </div>
        <small>{t('help.keys')}</small>
      </div>
      {current ? (
        <TopicText id={current} box={text} />
      ) : (
        <p className={styles.nothing} role="status" data-testid="help-nothing">
          <Said text={t('help.nothing', { find })} />
        </p>
      )}
    </div>
  );
}

function TopicLine({ id, isOn, onChoose }: { id: TopicId; isOn: boolean; onChoose: () => void }) {
  return (
    <div id={`help-${id}`} role="option" aria-selected={isOn} className={styles.topic} data-testid="help-topic" data-topic={id} onClick={onChoose}>
      {topicOf(id).title}
    </div>
  );
}
