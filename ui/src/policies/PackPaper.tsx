import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { PackLine, PackText } from '../platform/bindings';
import { Emphasis, shortClauses } from './Emphasis';
import styles from './PackPaper.module.css';
import { PackTools } from './PackTools';
import { stateText } from './stateText';
import type { View } from './view';

type Props = { page: PackText; onView: (view: View) => void; onWritten: (id: string) => void };

/** A pack as readable policy: each line says in plain words what holds, which clauses say so, and how it is kept. */
export function PackPaper({ page, onView, onWritten }: Props) {
  const { t } = useTranslation();
  const { brief } = page;
  const lines = page.lines.filter((line) => line.kind !== 'title');
  return (
    <article className={styles.sheet} data-testid="pack-text">
      <header className={styles.head}>
        <h2>{brief.title}</h2>
        <p className={styles.sub}>
          {brief.id} · {codeText('sector', brief.sector)} · {t('policies.clauses', { count: brief.runs + brief.asks + brief.shows })}
          <b>{t('policies.runs', { count: brief.runs })}</b> · {t('policies.asksShows', { asks: brief.asks, shows: brief.shows })} · {stateText(brief)}
          {brief.copied_from && ` · ${t('policies.copiedFrom', { id: brief.copied_from })}`}
        </p>
        <PackTools brief={brief} forms={page.forms} onView={onView} onWritten={onWritten} />
      </header>
      {lines.length === 0 && <p className={styles.sub}>{t('policies.noLines')}</p>}
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </article>
  );
}

function Line({ line }: { line: PackLine }) {
  const { t } = useTranslation();
  if (line.kind === 'heading') return <h3 className={styles.heading}>{line.text}</h3>;
  return (
    <div className={styles.line}>
      <p>
        <Emphasis text={line.text} />
      </p>
      <div className={styles.side}>
        {line.how && (
          <span className={styles.how} data-how={line.how}>
            {codeText('clauseHow', line.how)}
          </span>
        )}
        {line.clauses.length > 0 && <span data-selectable>{shortClauses(line.clauses)}</span>}
        {line.stories.length > 0 && (
          <span className={styles.stories} title={line.stories.join('\n')}>
            {t('policies.stories', { count: line.stories.length })}
          </span>
        )}
      </div>
    </div>
  );
}
