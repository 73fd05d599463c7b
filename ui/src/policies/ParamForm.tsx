import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import type { ParamRow, WireError } from '../platform/bindings';
import { shortClauses } from './Emphasis';
import styles from './ParamForm.module.css';
import { ParamInput } from './ParamInput';

export type Values = { [name: string]: unknown };

type Props = {
  params: ParamRow[];
  classes: string[];
  values: Values;
  onChange: (values: Values) => void;
  /** What was refused. */
  error: WireError | null;
};

/** What the policy leaves to the office: first what it does not say at all, then the rest, folded away. */
export function ParamForm({ params, classes, values, onChange, error }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const roles = [...new Set(staff.map((person) => person.role).filter(Boolean))];
  const faults = faultsOf(error);
  const silent = params.filter((param) => param.silent);
  const rest = params.filter((param) => !param.silent);
  const isShown = isOpen || rest.some((param) => faults.has(param.name)) || silent.length === 0;
  const field = (param: ParamRow) => (
    <Param
      key={param.name}
      param={param}
      known={param.kind === 'role' ? roles : param.kind === 'class' ? classes : []}
      value={param.name in values ? values[param.name] : param.value}
      isEdited={param.name in values}
      fault={faults.get(param.name)}
      onChange={(value) => onChange({ ...values, [param.name]: value })}
    />
  );
  return (
    <div className={styles.form} data-testid="params">
      {silent.map(field)}
      {rest.length > 0 && silent.length > 0 && (
        <button type="button" className={styles.fold} aria-expanded={isShown} data-testid="params-more" onClick={() => setOpen(!isOpen)}>
          {isShown ? '▾' : '▸'} {t('policies.otherParams', { count: rest.length })}
        </button>
      )}
      {isShown && rest.map(field)}
    </div>
  );
}

type ParamProps = { param: ParamRow; known: readonly string[]; value: unknown; isEdited: boolean; fault?: string; onChange: (value: unknown) => void };

function Param({ param, known, value, isEdited, fault, onChange }: ParamProps) {
  const { t } = useTranslation();
  const id = useId();
  const words = param.default_words || t('policies.nothing');
  // Many labels say themselves that the policy does not.
  const isSaid = !param.silent || param.label.includes(t('policies.original'));
  const notes = [
    param.must ? t('policies.must') : t(isSaid ? 'policies.default' : 'policies.silent', { words }),
    isEdited && t('policies.was', { words: param.value_words || t('policies.nothing') }),
    param.min !== null && param.max !== null && t('policies.bounds', { min: param.min, max: param.max }),
    param.clauses.length > 0 && shortClauses(param.clauses),
  ];
  const isWide = param.kind === 'list' || param.label.length > 22;
  return (
    <div className={styles.param} data-silent={param.silent} data-wide={isWide}>
      <label htmlFor={id}>
        {param.label}
        {param.must && ' *'}
      </label>
      <ParamInput param={param} known={known} value={value} onChange={onChange} id={id} describedBy={`${id}-note`} invalid={fault !== undefined} />
      {fault && (
        <span className={styles.error} role="alert">
          {fault}
        </span>
      )}
      <span className={styles.note} id={`${id}-note`}>
        {notes.filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}

/** What is wrong with each parameter, as the refusal names them. */
function faultsOf(error: WireError | null): Map<string, string> {
  const named = error?.code === 'param_invalid' ? (error.params as { params?: { name: string; text: string }[] }).params : undefined;
  return new Map((named ?? []).map(({ name, text }) => [name, text]));
}
