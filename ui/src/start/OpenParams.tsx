import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackText, ParamRow } from '../platform/bindings';
import { ParamInput } from '../policies/ParamInput';
import styles from './NewOffice.module.css';
import { blanksOf, valueOf } from './offers';
import { useStart } from './state';

type Props = { page: PackText; showsTitle: boolean; isTried: boolean };

/** What a policy leaves to the office: its blanks stand there, everything else is folded away with its usual value. */
export function OpenParams({ page, showsTitle, isTried }: Props) {
  const { t } = useTranslation();
  const { values, setValues } = useStart();
  const [isOpen, setOpen] = useState(false);
  const { id, title } = page.brief;
  const mine = values[id];
  const must = page.params.filter((param) => param.must);
  const rest = page.params.filter((param) => !param.must);
  const blank = isTried ? blanksOf(page.params, mine).map((param) => param.name) : [];
  const field = (param: ParamRow) => (
    <Param
      key={`${id}/${param.name}`}
      param={param}
      value={valueOf(param, mine)}
      isBlank={blank.includes(param.name)}
      onChange={(value) => setValues(id, { ...mine, [param.name]: value })}
    />
  );
  return (
    <div className={styles.params} data-testid={`params-${id}`}>
      {showsTitle && (must.length > 0 || rest.length > 0) && <h4>{title}</h4>}
      {must.map(field)}
      {rest.length > 0 && (
        <button type="button" className={styles.fold} aria-expanded={isOpen} data-testid={`params-fold-${id}`} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '▾' : '▸'} {t('start.openParams', { count: rest.length })}
        </button>
      )}
      {isOpen && rest.map(field)}
    </div>
  );
}

type ParamProps = { param: ParamRow; value: unknown; isBlank: boolean; onChange: (value: unknown) => void };

function Param({ param, value, isBlank, onChange }: ParamProps) {
  const { t } = useTranslation();
  const id = useId();
  const words = param.default_words || t('policies.nothing');
  const note = param.must ? t('start.blankNote', { words }) : param.silent ? t('policies.silent', { words }) : t('policies.default', { words });
  return (
    <div className={styles.param}>
      <label htmlFor={id}>
        {param.label}
        {param.must && ' *'}
      </label>
      <ParamInput param={param} known={[]} value={value} onChange={onChange} id={id} describedBy={`${id}-note`} invalid={isBlank} />
      {isBlank && (
        <span className={styles.error} role="alert">
          {t('start.blankNeeded')}
        </span>
      )}
      <small id={`${id}-note`}>{note}</small>
    </div>
  );
}
