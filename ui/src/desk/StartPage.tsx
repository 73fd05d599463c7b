import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskCommand } from '../api/writes';
import { host } from '../platform';
import { Failed } from '../shared/Failed';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { NewOffice } from '../start/NewOffice';
import styles from './StartPage.module.css';

/** What is shown while no office is open: those opened lately, another folder, a new one. */
export function StartPage({ recent }: { recent: string[] }) {
  const { t } = useTranslation();
  const open = useDeskCommand('open_office', { failureShownHere: true });
  const [path, setPath] = useState('');
  const choose = async () => {
    const dir = await host().chooseFolder();
    if (dir) open.mutate({ dir });
  };
  return (
    <div className={styles.start} data-testid="start-page">
      <header>
        <h1>{t('app.name')}</h1>
        <p>{t('about.what')}</p>
      </header>
      <div className={styles.columns}>
        <section className={styles.card}>
          <h2>{t('start.welcome')}</h2>
          <p>{t('start.about')}</p>
          {recent.length > 0 && <h3>{t('start.recent')}</h3>}
          <div className={styles.recent}>
            {recent.map((dir) => (
              <button key={dir} type="button" title={dir} data-testid="recent" onClick={() => open.mutate({ dir })}>
                <strong>{dir.split(/[/\\]/).filter(Boolean).pop()}</strong>
                <small>{dir}</small>
              </button>
            ))}
          </div>
          <Button size="middle" onClick={() => void choose()} data-testid="open-folder">
            {t('start.openFolder')}
          </Button>
          <div className={styles.path}>
            <input
              className={fields.input}
              aria-label={t('start.pathLabel')}
              placeholder={t('start.pathLabel')}
              data-testid="open-path"
              value={path}
              onChange={(event) => setPath(event.target.value)}
              onKeyDown={(event) => {
                if (!isIme(event) && event.key === 'Enter' && path.trim()) open.mutate({ dir: path.trim() });
              }}
            />
            <Button disabled={path.trim() === ''} loading={open.isPending} onClick={() => open.mutate({ dir: path.trim() })} data-testid="open-path-go">
              {t('start.open')}
            </Button>
          </div>
          {open.error && <Failed error={open.error} />}
        </section>
        <NewOffice />
      </div>
    </div>
  );
}
