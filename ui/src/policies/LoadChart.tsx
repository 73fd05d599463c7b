import { useTranslation } from 'react-i18next';
import type { WeekLoad } from '../platform/bindings';
import styles from './Preview.module.css';

/** How much of the height the tallest bar takes; above it stands its number. */
const TALLEST = 84;

/** Tasks due week by week, as things are and as they would be. Each bar carries its number, for those who see no colours. */
export function LoadChart({ weeks }: { weeks: WeekLoad[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.now, week.then)));
  const busiest = weeks.findIndex((week) => week.then === Math.max(...weeks.map((other) => other.then)));
  const height = (count: number) => `${(count / most) * TALLEST}%`;
  const said = weeks.map((week) => t('policies.weekSaid', { week: week.week, now: week.now, then: week.then })).join(t('common.comma'));
  return (
    <figure style={{ margin: 0, display: 'grid', gap: 6 }} role="img" aria-label={said} data-testid="load-chart">
      <div className={styles.legend} aria-hidden="true">
        <span>
          <i />
          {t('policies.loadNow')}
        </span>
        <span>
          <i />
          {t('policies.loadThen')}
        </span>
      </div>
      <div aria-hidden="true">
        <div className={styles.bars}>
          {weeks.map((week, index) => (
            <div key={week.monday} className={styles.bar} data-busiest={index === busiest} title={t('policies.weekTitle', { week: week.week, monday: week.monday, now: week.now, then: week.then })}>
              <i style={{ height: height(week.now) }} />
              <i style={{ height: height(week.then) }} />
              <b style={{ bottom: `calc(${height(week.then)} + 1px)` }}>{week.then}</b>
            </div>
          ))}
        </div>
        <div className={styles.weeks}>
          {weeks.map((week) => (
            <span key={week.monday}>{week.week}</span>
          ))}
        </div>
      </div>
    </figure>
  );
}
