import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { packTextQueryOptions } from '../api/queries';
import { codeText } from '../i18n/codes';
import { asWireError } from '../platform';
import type { PackLine } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import styles from './PolicyPage.module.css';

const SHAPES: Record<string, string> = { runs: '●', asks: '◐', shows: '○' };

/** A pack as readable policy: each line says in plain words what holds, which clauses say so, and how it is kept. */
export function PackPaper({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(packTextQueryOptions(id));
  if (error) return <Failed error={asWireError(error)} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { brief } = data;
  const hasTitle = data.lines[0]?.kind === 'title';
  return (
    <article className={styles.sheet} data-testid="pack-text">
      {!hasTitle && <h2>{brief.title}</h2>}
      {data.lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
      <p className={styles.counts}>{t('policies.counts', { runs: brief.runs, asks: brief.asks, shows: brief.shows })}</p>
    </article>
  );
}

function Line({ line }: { line: PackLine }) {
  const { t } = useTranslation();
  if (line.kind === 'title') return <h2>{line.text}</h2>;
  if (line.kind === 'heading') return <h3>{line.text}</h3>;
  return (
    <div className={styles.line} data-kind={line.kind}>
      <p>{line.text}</p>
      <aside>
        {line.how && (
          <span data-how={line.how}>
            {SHAPES[line.how]} {codeText('clauseHow', line.how)}
          </span>
        )}
        {line.clauses.length > 0 && <small>{line.clauses.join(t('common.comma'))}</small>}
      </aside>
    </div>
  );
}
