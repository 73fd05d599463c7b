import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFolderQueryOptions } from '../api/queries';
import { host } from '../platform';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { useSettled } from '../shared/useSettled';
import styles from './NewOffice.module.css';
import { StepFoot } from './StepFoot';
import { useStart } from './state';

/** How long the typing rests before the folder is looked at. */
const REST_MS = 250;

/** What the office is called, and where it will lie. */
export function NameStep() {
  const { t } = useTranslation();
  const { name, dir, set, onward } = useStart();
  const [isTried, setTried] = useState(false);
  const settled = useSettled(name.trim(), REST_MS);
  const { data: folder } = useQuery(checkFolderQueryOptions(dir, settled));
  const isMissing = name.trim() === '';
  const goOn = () => {
    setTried(true);
    if (!isMissing && !folder?.problem) onward();
  };
  const choose = async () => {
    const chosen = await host().chooseFolder();
    if (chosen) set({ dir: chosen });
  };
  return (
    <div className={styles.body}>
      <Field label={t('start.name')} required error={isTried && isMissing ? t('start.nameNeeded') : undefined}>
        <input
          className={fields.input}
          autoFocus
          aria-label={t('start.name')}
          placeholder={t('start.namePlaceholder')}
          data-testid="office-name"
          value={name}
          onChange={(event) => set({ name: event.target.value })}
          onKeyDown={(event) => {
            if (isIme(event) || event.key !== 'Enter') return;
            event.preventDefault();
            goOn();
          }}
        />
      </Field>
      <Field label={t('start.dir')} error={folder?.problem?.text}>
        <div className={styles.path}>
          <span className={styles.dir} data-testid="office-dir" data-selectable>
            {folder?.dir ?? t('common.loading')}
          </span>
          <Button onClick={() => void choose()} data-testid="office-dir-choose">
            {t('start.otherDir')}
          </Button>
          {dir !== null && (
            <Button onClick={() => set({ dir: null })} data-testid="office-dir-proposed">
              {t('start.proposedDir')}
            </Button>
          )}
        </div>
      </Field>
      <StepFoot onOnward={goOn} />
    </div>
  );
}
