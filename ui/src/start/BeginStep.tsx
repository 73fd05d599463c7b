import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { checkFolderQueryOptions } from '../api/queries';
import { useDeskCommand } from '../api/writes';
import { useRoute } from '../desk/route';
import { useHandedFiles } from '../imports/handed';
import { chooseLists } from '../imports/chooseLists';
import type { CreateOffice, PackOffer, PackText } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isDay } from '../shared/dates';
import { isIme } from '../shared/ime';
import styles from './NewOffice.module.css';
import { rolesOf, sentValues } from './offers';
import { useStart } from './state';

type Props = { offers: PackOffer[]; chosen: string[]; pages: PackText[] };

/** With lists, or empty: then straight to work. */
export function BeginStep({ offers, chosen, pages }: Props) {
  const { t } = useTranslation();
  const { name, dir, values, person, role, back, clear } = useStart();
  const create = useDeskCommand('create_office', { failureShownHere: true });
  const { data: folder } = useQuery(checkFolderQueryOptions(dir, name.trim()));
  const [from, setFrom] = useState('');
  const choices = useRef<HTMLDivElement>(null);
  const badFrom = from.trim() !== '' && !isDay(from.trim());

  const wish = (): CreateOffice => ({
    dir: folder?.dir ?? '',
    name: name.trim(),
    packs: chosen,
    effective_from: from.trim() || null,
    values: Object.fromEntries(pages.map((page) => [page.brief.id, sentValues(page.params, values[page.brief.id])])),
    first: { name: person.trim(), role: role ?? rolesOf(offers, chosen)[0] ?? '' },
  });
  const begin = async (files: string[]) => {
    if (badFrom || create.isPending || !folder) return;
    // Said before the office is there: this page is gone as soon as it is.
    useHandedFiles.setState({ files });
    useRoute.setState({ route: files.length > 0 ? { page: 'import' } : { page: 'worklist' }, past: [] });
    await create.mutateAsync(wish()).then(clear, () => useHandedFiles.setState({ files: [] }));
  };
  const withLists = async () => {
    // Chosen first: whoever thinks better of it is still here, with everything filled in.
    const files = await chooseLists(t('imports.filter'));
    if (files.length > 0) await begin(files);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (isIme(event) || step === undefined) return;
    const buttons = [...(choices.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
    event.preventDefault();
  };
  return (
    <div className={styles.body}>
      <div ref={choices} className={styles.begin} onKeyDown={onKeyDown}>
        <button type="button" autoFocus disabled={create.isPending} onClick={() => void withLists()} data-testid="begin-import">
          <strong>{t('start.withLists')}</strong>
          <small>{t('start.withListsAbout')}</small>
        </button>
        <button type="button" disabled={create.isPending} onClick={() => void begin([])} data-testid="create-office">
          <strong>{t('start.empty')}</strong>
          <small>{t('start.emptyAbout')}</small>
        </button>
      </div>
      <Field label={t('start.effective')} hint={t('start.effectiveHint')} error={badFrom ? t('start.effectiveBad') : undefined}>
        <input
          className={`${fields.input} ${styles.from}`}
          placeholder="2026-07-01"
          aria-label={t('start.effective')}
          data-testid="office-from"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </Field>
      {create.error && <Failed error={create.error} />}
      <div className={styles.foot}>
        <Button size="middle" onClick={back} data-testid="step-back">
          {t('start.back')}
        </Button>
      </div>
    </div>
  );
}
