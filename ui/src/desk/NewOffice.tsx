import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { packListQueryOptions } from '../api/queries';
import { useDeskCommand } from '../api/writes';
import { codeText } from '../i18n/codes';
import { host } from '../platform';
import { isDay } from '../shared/dates';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import styles from './StartPage.module.css';

const ALL = '*';

/** A new office: its name, the policies that it follows, its folder. */
export function NewOffice() {
  const { t } = useTranslation();
  const { data: packs = [] } = useQuery(packListQueryOptions());
  const create = useDeskCommand('create_office', { failureShownHere: true });
  const [name, setName] = useState('');
  const [dir, setDir] = useState('');
  const [sector, setSector] = useState(ALL);
  const [chosen, setChosen] = useState<string[]>([]);
  const [from, setFrom] = useState('');
  const [isTried, setTried] = useState(false);
  const sectors = [...new Set(packs.map((pack) => pack.sector))];
  const shown = packs.filter((pack) => sector === ALL || pack.sector === sector);
  const missing = { name: name.trim() === '', dir: dir.trim() === '', packs: chosen.length === 0 };
  const badFrom = from.trim() !== '' && !isDay(from.trim());
  const error = (which: keyof typeof missing) => (isTried && missing[which] ? t(`start.${which}Needed`) : undefined);

  const submit = () => {
    setTried(true);
    if (missing.name || missing.dir || missing.packs || badFrom || create.isPending) return;
    create.mutate({ dir: dir.trim(), name: name.trim(), packs: chosen, effective_from: from.trim() || null });
  };
  const chooseDir = async () => {
    const folder = await host().chooseFolder();
    if (folder) setDir(folder);
  };
  return (
    <section className={styles.card} data-testid="new-office">
      <h2>{t('start.create')}</h2>
      <Field label={t('start.name')} required error={error('name')}>
        <input
          className={fields.input}
          aria-label={t('start.name')}
          placeholder={t('start.namePlaceholder')}
          data-testid="office-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field
        label={t('start.packs')}
        required
        error={error('packs')}
        aside={
          <Select
            aria-label={t('start.sector')}
            data-testid="office-sector"
            style={{ width: 132 }}
            value={sector}
            onChange={setSector}
            options={[{ value: ALL, label: t('start.allSectors') }, ...sectors.map((value) => ({ value, label: codeText('sector', value) }))]}
          />
        }
      >
        <div className={styles.packs}>
          {shown.map((pack) => (
            <Checkbox
              key={pack.id}
              data-testid={`choose-pack-${pack.id}`}
              checked={chosen.includes(pack.id)}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, pack.id] : chosen.filter((id) => id !== pack.id))}
            >
              {pack.title} <small>{pack.id}</small>
            </Checkbox>
          ))}
        </div>
      </Field>
      <Field label={t('start.dir')} required error={error('dir')}>
        <div className={styles.path}>
          <input className={fields.input} aria-label={t('start.dir')} data-testid="office-dir" value={dir} onChange={(event) => setDir(event.target.value)} />
          <Button onClick={() => void chooseDir()}>{t('common.choose')}</Button>
        </div>
      </Field>
      <Field label={t('start.effective')} hint={t('start.effectiveHint')} error={isTried && badFrom ? t('start.effectiveBad') : undefined}>
        <input
          className={fields.input}
          placeholder="2026-07-01"
          aria-label={t('start.effective')}
          data-testid="office-from"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </Field>
      {create.error && <Failed error={create.error} />}
      <Button size="middle" type="primary" loading={create.isPending} onClick={submit} data-testid="create-office">
        {t('start.createNow')}
      </Button>
    </section>
  );
}
