import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField, Gap } from '../../platform/bindings';
import { ChoiceGroup } from '../../shared/ChoiceGroup';
import fields from '../../shared/fields.module.css';
import { isIme } from '../../shared/ime';
import type { Move } from '../../shared/questions';
import styles from './answers.module.css';

type Props = { field: FormField; gap: Gap; invalid: boolean; onChange: (gap: Gap) => void; onMove: (from: Element, move: Move) => void };

/** Why a question has no answer: 不详 or 拒答, and the reason in words. It is no answer, and never means satisfied. */
export function GapAnswer({ field, gap, invalid, onChange, onMove }: Props) {
  const { t } = useTranslation();
  const reason = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    onMove(event.currentTarget, event.shiftKey ? 'before' : 'next');
  };
  const refused = field.kind === 'signature' ? t('sheet.gap.unsigned') : t('sheet.gap.refused');
  return (
    <div className={styles.gap} data-testid={`gap-${field.id}`}>
      <ChoiceGroup
        quiet
        label={field.label}
        testId={`gap-why-${field.id}`}
        choices={[
          { value: 'unknown', label: t('sheet.gap.unknown') },
          { value: 'refused', label: refused },
        ]}
        value={gap.why}
        onChange={(why) => onChange({ ...gap, why })}
        onMove={(from, move) => (move === 'before' ? onMove(from, move) : reason.current?.focus())}
      />
      <input
        ref={reason}
        className={fields.input}
        type="text"
        aria-label={t('sheet.gap.reason', { label: field.label })}
        aria-invalid={invalid || undefined}
        placeholder={t('sheet.gap.placeholder')}
        data-testid={`gap-reason-${field.id}`}
        value={gap.reason}
        onChange={(event) => onChange({ ...gap, reason: event.target.value })}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
