import { Button, Select } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { MatterKindBrief } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { maskPhone, spacePhone } from '../shared/mask';
import type { Move } from '../shared/questions';
import { ClientPicker } from './ClientPicker';
import styles from './NewMatter.module.css';
import type { Draft, Who } from './wish';

type Moves = (from: Element, move: Move) => void;
type Props = { draft: Draft; error?: string; onChange: (part: Partial<Draft>) => void; onMove: Moves };

/** Whom it concerns: found as one types, new with the caller's number, or nobody by name. */
export function WhoQuestion({ draft, error, onChange, onMove }: Props) {
  const { t } = useTranslation();
  const question = useRef<HTMLDivElement>(null);
  const { who } = draft;
  const pick = (picked: Who, caller: string) => {
    // Committed at once: the next question may be one that this answer brings.
    flushSync(() => onChange({ who: picked, caller }));
    if (question.current) onMove(question.current.querySelector('[data-question]') ?? question.current, 'next');
  };
  return (
    <div ref={question} style={{ display: 'grid', gap: 12 }}>
      <Field label={t('matters.who')} required question="who" error={error}>
        {who.kind === 'open' ? (
          <ClientPicker label={t('matters.who')} allowsOthers testId="matter-who" onPick={pick} onMove={onMove} />
        ) : (
          <Chosen who={who} caller={draft.caller} onReset={() => onChange({ who: { kind: 'open' }, caller: '' })} />
        )}
      </Field>
      {who.kind === 'new' && (
        <div className={styles.pair}>
          <TextQuestion name="new-name" label={t('matters.name')} placeholder={t('matters.nameHint')} value={who.name} onChange={(name) => onChange({ who: { ...who, name } })} onMove={onMove} />
          <TextQuestion name="new-place" label={t('matters.place')} placeholder="" value={who.place} onChange={(place) => onChange({ who: { ...who, place } })} onMove={onMove} />
        </div>
      )}
    </div>
  );
}

function Chosen({ who, caller, onReset }: { who: Exclude<Who, { kind: 'open' }>; caller: string; onReset: () => void }) {
  const { t } = useTranslation();
  const name = who.kind === 'client' ? who.client.name : t(who.kind === 'new' ? 'matters.newClient' : 'matters.nobody');
  const more =
    who.kind === 'client' ? [who.client.place, who.client.no, who.client.phone && maskPhone(who.client.phone)] : who.kind === 'new' ? [who.phone && spacePhone(who.phone)] : [];
  const isOther = who.kind === 'client' && caller !== '' && caller !== who.client.phone;
  return (
    <div className={styles.who} data-testid="matter-who-chosen">
      <strong>{name}</strong>
      {more.filter(Boolean).map((text) => (
        <span key={text}>{text}</span>
      ))}
      {isOther && <span>{t('matters.calledFrom', { phone: spacePhone(caller) })}</span>}
      <Button type="link" data-testid="matter-who-reset" onClick={onReset}>
        {t('matters.other')}
      </Button>
    </div>
  );
}

type TextProps = { name: string; label: string; placeholder: string; value: string; onChange: (typed: string) => void; onMove: Moves };

/** One line of text as a question. */
export function TextQuestion({ name, label, placeholder, value, onChange, onMove }: TextProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey) return;
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
    event.preventDefault();
  };
  return (
    <Field label={label} question={name} passOver>
      <input className={fields.input} aria-label={label} placeholder={placeholder} data-testid={`matter-${name}`} value={value} onChange={(event) => onChange(event.target.value)} onKeyDown={onKeyDown} />
    </Field>
  );
}

const MOST_KEYS = 9;

type KindProps = { kinds: MatterKindBrief[]; value: string | null; error?: string; onChange: (kind: string) => void; onMove: Moves };

/** What it is: a digit each for those that are used here, the others in a list. */
export function KindChoice({ kinds, value, error, onChange, onMove }: KindProps) {
  const { t } = useTranslation();
  const here = kinds.filter((kind) => kind.asked || kind.used);
  const keyed = (here.length > 0 ? here : kinds).slice(0, MOST_KEYS);
  const rest = kinds.filter((kind) => !keyed.includes(kind));
  return (
    <Field label={t('matters.kind')} required question="kind" error={error}>
      <div className={styles.kindRow}>
        <ChoiceGroup label={t('matters.kind')} testId="matter-kind" choices={keyed.map(({ kind, label }) => ({ value: kind, label }))} value={keyed.some((kind) => kind.kind === value) ? value : null} onChange={onChange} onMove={onMove} />
        {rest.length > 0 && (
          <Select
            aria-label={t('matters.moreKinds')}
            data-testid="matter-more-kinds"
            placeholder={t('matters.moreKinds')}
            showSearch={{ optionFilterProp: 'label' }}
            value={rest.some((kind) => kind.kind === value) ? value : null}
            onChange={(kind) => kind && onChange(kind)}
            options={rest.map(({ kind, label }) => ({ value: kind, label }))}
          />
        )}
      </div>
    </Field>
  );
}
