import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientListQueryOptions } from '../api/queries';
import type { PackText, ParamOverride, ParamRow, WireError } from '../platform/bindings';
import { useSettled } from '../shared/useSettled';
import styles from './OverrideBox.module.css';
import { ParamForm, type Values } from './ParamForm';

const REST_MS = 200;
const MOST_CLIENTS = 20;

type Props = { page: PackText; overrides: ParamOverride[]; onChange: (overrides: ParamOverride[]) => void; error: WireError | null };

/** Other values for a client class or one client: what differs from everybody's, each a line that can be taken away. */
export function OverrideBox({ page, overrides, onChange, error }: Props) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const remove = (at: number) => onChange(overrides.filter((_, index) => index !== at));
  const isSame = (a: ParamOverride, b: ParamOverride) => a.whom === b.whom && a.name === b.name;
  const add = (added: ParamOverride) => {
    const before = overrides.find((other) => isSame(other, added));
    const merged = { ...added, values: { ...before?.values, ...added.values } };
    onChange([...overrides.filter((other) => !isSame(other, added)), merged]);
    setAdding(false);
  };
  const labelOf = (name: string) => page.params.find((param) => param.name === name)?.label ?? name;
  return (
    <div className={styles.box} data-testid="overrides">
      {overrides.length === 0 && !isAdding && <p className={styles.none}>{t('policies.noOverrides')}</p>}
      {overrides.map((override, index) => (
        <div key={`${override.whom}/${override.name}`} className={styles.line} data-testid="override">
          <span>
            <strong>{t(override.whom === 'client' ? 'policies.ofClient' : 'policies.ofClass', { name: override.label || override.name })}</strong>
            {Object.entries(override.values).map(([name, value]) => (
              <small key={name}>
                {labelOf(name)}: {Array.isArray(value) ? value.join(t('common.comma')) : String(value)}
              </small>
            ))}
          </span>
          <Button size="small" onClick={() => remove(index)}>
            {t('policies.dropOverride')}
          </Button>
        </div>
      ))}
      {isAdding ? (
        <Adding page={page} onAdd={add} onClose={() => setAdding(false)} error={error} />
      ) : (
        <Button size="small" onClick={() => setAdding(true)} disabled={page.params.length === 0} data-testid="override-add">
          {t('policies.addOverride')}
        </Button>
      )}
    </div>
  );
}

/** What opens below the edge of the panel is scrolled to. */
const intoView = (box: HTMLElement | null) => box?.scrollIntoView({ block: 'nearest' });

function Adding({ page, onAdd, onClose, error }: { page: PackText; onAdd: (override: ParamOverride) => void; onClose: () => void; error: WireError | null }) {
  const { t } = useTranslation();
  const [whom, setWhom] = useState<{ whom: 'class' | 'client'; name: string; label: string } | null>(null);
  const [typed, setTyped] = useState('');
  const [name, setName] = useState<string>();
  const [values, setValues] = useState<Values>({});
  const find = useSettled(typed.trim(), REST_MS);
  const { data } = useQuery({ ...clientListQueryOptions({ find, only: '', sort: '', descending: false, offset: 0, limit: MOST_CLIENTS }), enabled: find !== '' });
  const param: ParamRow | undefined = page.params.find((known) => known.name === name);
  const classes = page.classes.filter((known) => find === '' || known.includes(find));
  const clients = find === '' ? [] : (data?.rows ?? []);
  const options = [
    { label: t('policies.classes'), options: [...classes, ...(find !== '' && !classes.includes(find) ? [find] : [])].map((value) => ({ value: `class/${value}`, label: value })) },
    { label: t('policies.clients'), options: clients.map(({ client }) => ({ value: `client/${client.id}`, label: [client.name, client.place].filter(Boolean).join(' · ') })) },
  ];
  const pick = (value: string, label: string) => {
    const isClient = value.startsWith('client/');
    setWhom({ whom: isClient ? 'client' : 'class', name: value.slice(value.indexOf('/') + 1), label });
  };
  const add = () => {
    if (whom && param) onAdd({ ...whom, values: { [param.name]: param.name in values ? values[param.name] : param.value } });
  };
  return (
    <div ref={intoView} className={styles.adding}>
      <Select
        aria-label={t('policies.whom')}
        data-testid="override-whom"
        placeholder={t('policies.whom')}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={options}
        value={whom ? `${whom.whom}/${whom.name}` : undefined}
        onChange={(value, option) => pick(value, String((Array.isArray(option) ? option[0] : option)?.label ?? value))}
      />
      <Select
        aria-label={t('policies.whichParam')}
        data-testid="override-param"
        placeholder={t('policies.whichParam')}
        showSearch={{ optionFilterProp: 'label' }}
        options={page.params.map((known) => ({ value: known.name, label: known.label }))}
        value={name}
        onChange={setName}
      />
      {param && <ParamForm key={param.name} params={[param]} classes={page.classes} values={values} onChange={setValues} error={error} />}
      <div className={styles.buttons}>
        <Button size="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button size="small" type="primary" disabled={!whom || !param} onClick={add} data-testid="override-ok">
          {t('policies.addOverride')}
        </Button>
      </div>
    </div>
  );
}
