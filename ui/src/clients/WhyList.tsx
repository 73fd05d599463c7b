import { useTranslation } from 'react-i18next';
import type { WhyLine } from '../platform/bindings';
import styles from './WhyList.module.css';

/** For each rule: why this client is on the list, or the first condition that keeps him off it. */
export function WhyList({ lines }: { lines: WhyLine[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details className={styles.why} open data-testid="why">
      <summary>{t('clients.why')}</summary>
      <ul>
        {lines.map((line, index) => (
          <li key={`${line.pack}/${line.rule}/${index}`} data-on={line.on_list}>
            <b>
              <i aria-hidden="true">{line.on_list ? '●' : '○'}</i> {line.title}
              <span>{line.on_list ? t('clients.onList') : t('clients.offList')}</span>
            </b>
            <p>{line.text}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
