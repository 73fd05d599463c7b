import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codesOf } from '../i18n/codes';
import type { ParamRow } from '../platform/bindings';
import fields from '../shared/fields.module.css';
import styles from './ParamForm.module.css';
import { shownValue, spanParts, spanText, typedValue } from './paramValue';

type Props = {
  param: ParamRow;
  value: unknown;
  onChange: (value: unknown) => void;
  id: string;
  describedBy: string;
  invalid: boolean;
  /** Posts or classes that the office knows, for what is one of them. */
  known: readonly string[];
};

/** One value of a parameter, by what it may hold. */
export function ParamInput(props: Props) {
  const { t } = useTranslation();
  const { param, value, onChange, id, describedBy, invalid } = props;
  const shared = { id, 'aria-describedby': describedBy, 'aria-invalid': invalid || undefined, 'data-testid': `param-${param.name}` } as const;
  if (param.kind === 'span') return <SpanInput {...props} />;
  if (param.kind === 'yes_no') {
    return (
      <select className={styles.select} {...shared} value={value === true ? 'yes' : 'no'} onChange={(event) => onChange(event.target.value === 'yes')}>
        <option value="yes">{t('sheet.yes')}</option>
        <option value="no">{t('sheet.no')}</option>
      </select>
    );
  }
  if (param.kind === 'choice') {
    return (
      <select className={styles.select} {...shared} value={String(value)} onChange={(event) => onChange(event.target.value)}>
        {param.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  return <TextInput {...props} />;
}

function SpanInput({ param, value, onChange, id, describedBy, invalid }: Props) {
  const { t } = useTranslation();
  const { n, unit } = spanParts(value);
  return (
    <span className={styles.span}>
      <input
        className={fields.input}
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        data-testid={`param-${param.name}`}
        inputMode="numeric"
        value={n}
        onChange={(event) => onChange(spanText({ n: event.target.value.replaceAll(/\D/g, ''), unit }))}
      />
      <select className={styles.select} aria-label={t('policies.unitOf', { label: param.label })} value={unit} onChange={(event) => onChange(spanText({ n, unit: event.target.value }))}>
        {codesOf('spanUnit').map(({ value: code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Numbers, lists and texts are typed; what was typed stays as it is while it is being typed. */
function TextInput({ param, value, onChange, id, describedBy, invalid, known }: Props) {
  const { t } = useTranslation();
  const comma = t('common.comma');
  const [typed, setTyped] = useState(() => shownValue(value, comma));
  const offers = known.length > 0 ? `${id}-known` : undefined;
  return (
    <>
      <input
        className={fields.input}
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        data-testid={`param-${param.name}`}
        list={offers}
        inputMode={param.kind === 'number' || param.kind === 'percent' ? 'decimal' : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(typedValue(param, event.target.value, t('policies.separators')));
        }}
      />
      {offers && (
        <datalist id={offers}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}
