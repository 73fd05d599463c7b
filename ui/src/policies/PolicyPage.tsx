import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { packListQueryOptions } from '../api/queries';
import { codeText } from '../i18n/codes';
import { asWireError } from '../platform';
import type { PackBrief } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { PackPaper } from './PackPaper';
import styles from './PolicyPage.module.css';

const NOTHING: PackBrief[] = [];

/** 制度: the packs, those in force first, and the text of one. */
export function PolicyPage() {
  const { t } = useTranslation();
  const { data = NOTHING, error, refetch } = useQuery(packListQueryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const [find, setFind] = useState('');
  const matches = data.filter((pack) => `${pack.id} ${pack.title} ${codeText('sector', pack.sector)}`.includes(find.trim()));
  const groups = [
    { title: t('policies.enabled'), packs: matches.filter((pack) => pack.effective_from !== null) },
    { title: t('policies.available'), packs: matches.filter((pack) => pack.effective_from === null) },
  ].filter((group) => group.packs.length > 0);
  const shown = chosen ?? groups[0]?.packs[0]?.id;
  if (error) {
    return (
      <div style={{ padding: 24 }}>
        <Failed error={asWireError(error)} onRetry={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className={styles.view}>
      <section className={styles.packs} aria-label={t('policies.list')}>
        <h1>{t('policies.title')}</h1>
        <input
          className={styles.find}
          type="search"
          aria-label={t('policies.find')}
          placeholder={t('policies.find')}
          data-testid="packs-find"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
        {groups.map((group) => (
          <div key={group.title} className={styles.group}>
            <h3>{group.title}</h3>
            {group.packs.map((pack) => (
              <PackItem key={pack.id} pack={pack} isOn={pack.id === shown} onChoose={() => setChosen(pack.id)} />
            ))}
          </div>
        ))}
        {groups.length === 0 && <Empty text={find.trim() === '' ? t('policies.empty') : t('policies.notFound', { find: find.trim() })} />}
      </section>
      <section className={styles.paper}>{shown === undefined ? <Empty text={t('policies.pick')} /> : <PackPaper key={shown} id={shown} />}</section>
    </div>
  );
}

function PackItem({ pack, isOn, onChoose }: { pack: PackBrief; isOn: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.pack} aria-pressed={isOn} data-testid={`pack-${pack.id}`} onClick={onChoose}>
      <strong>{pack.title}</strong>
      <span>
        {[pack.id, codeText('sector', pack.sector), pack.effective_from && t('policies.since', { day: pack.effective_from })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span>{t('policies.counts', { runs: pack.runs, asks: pack.asks, shows: pack.shows })}</span>
    </button>
  );
}
