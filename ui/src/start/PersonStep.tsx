import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackOffer } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import styles from './NewOffice.module.css';
import { rolesOf } from './offers';
import { StepFoot } from './StepFoot';
import { useStart } from './state';

/** So many posts are offered; any other can be typed. */
const MOST_ROLES = 6;

/** Who works here first. The post is filled in as the policies name it, so that the follow-ups find their person. */
export function PersonStep({ offers, chosen }: { offers: PackOffer[]; chosen: string[] }) {
  const { t } = useTranslation();
  const { person, role, set, onward } = useStart();
  const [isTried, setTried] = useState(false);
  const roles = rolesOf(offers, chosen).slice(0, MOST_ROLES);
  const post = role ?? roles[0] ?? '';
  const goOn = () => {
    setTried(true);
    if (person.trim() === '') return;
    set({ role: post });
    onward();
  };
  return (
    <div
      className={styles.body}
      onKeyDown={(event) => {
        if (isIme(event) || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        goOn();
      }}
    >
      <Field label={t('start.role')} hint={t('start.roleHint')}>
        <div className={styles.roles}>
          <ChoiceGroup label={t('start.role')} testId="person-role" choices={roles.map((value) => ({ value, label: value }))} value={post} onChange={(value) => set({ role: value })} />
          <input
            className={fields.input}
            aria-label={t('start.otherRole')}
            placeholder={t('start.otherRole')}
            data-testid="person-other-role"
            value={roles.includes(post) ? '' : post}
            onChange={(event) => set({ role: event.target.value || null })}
          />
        </div>
      </Field>
      <Field label={t('start.person')} required error={isTried && person.trim() === '' ? t('start.personNeeded') : undefined}>
        <input
          className={fields.input}
          autoFocus
          aria-label={t('start.person')}
          placeholder={t('start.personPlaceholder')}
          data-testid="person-name"
          value={person}
          onChange={(event) => set({ person: event.target.value })}
        />
      </Field>
      <StepFoot onOnward={goOn} />
    </div>
  );
}
