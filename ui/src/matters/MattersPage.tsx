import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { matterCountsQueryOptions, matterKindsQueryOptions } from '../api/queries';
import { asWireError } from '../platform';
import { ChipRow } from '../shared/ChipRow';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { Kbd } from '../shared/Kbd';
import { useSettled } from '../shared/useSettled';
import { Bin } from './Bin';
import { Board } from './Board';
import { Filters } from './Filters';
import styles from './Matters.module.css';
import { MatterTable } from './MatterTable';
import { queryOf, useMatters } from './state';

const REST_MS = 120;

/** 事项登记: what happened with clients, by kind: where each matter stands, and what is due next. */
export function MattersPage() {
  const { t } = useTranslation();
  const matters = useMatters();
  const { data, error, refetch } = useQuery(matterKindsQueryOptions());
  const here = (data?.kinds ?? []).filter((kind) => kind.asked || kind.used);
  const kind = here.find((known) => known.kind === matters.kind) ?? here[0];
  const find = useSettled(matters.find.trim(), REST_MS);
  const query = queryOf({ ...matters, find }, kind?.kind ?? '');
  const counts = useQuery({ ...matterCountsQueryOptions(query), enabled: kind !== undefined });
  const failure = error ?? counts.error;
  const isFiltered = find !== '' || matters.overdue || matters.department !== null || matters.handler !== null;
  return (
    <section className={styles.view} aria-label={t('matters.title')} data-testid="matters-page">
      <div className={styles.top}>
        <h1>{t('matters.title')}</h1>
        {kind && (
          <ChipRow
            label={t('matters.kind')}
            testId="matters"
            chips={here.map(({ kind: value, label }) => ({ value, label, count: value === kind.kind ? counts.data?.total : undefined }))}
            value={kind.kind}
            onChange={(value) => matters.look({ kind: value })}
          />
        )}
        <span className={styles.tools}>
          <Button data-testid="open-bin" onClick={() => useMatters.setState({ isBinOpen: true })}>
            {t('matters.bin')}
          </Button>
          <Button type="primary" data-testid="new-matter-button" onClick={() => matters.openNew()}>
            {t('matters.new')} <Kbd>Ctrl N</Kbd>
          </Button>
        </span>
      </div>
      {data && <Filters departments={data.departments} />}
      {failure ? (
        <Failed error={asWireError(failure)} onRetry={() => void (error ? refetch() : counts.refetch())} />
      ) : counts.data && counts.data.total === 0 ? (
        <Empty text={t(isFiltered ? 'matters.notFound' : 'matters.empty')} next={t(isFiltered ? 'matters.notFoundNext' : 'matters.emptyNext')} />
      ) : (
        kind && counts.data && (matters.layout === 'board' ? <Board key={kind.kind} kind={kind} counts={counts.data} query={query} /> : <MatterTable key={kind.kind} kind={kind} query={query} />)
      )}
      {matters.isBinOpen && <Bin onClose={() => useMatters.setState({ isBinOpen: false })} />}
    </section>
  );
}
