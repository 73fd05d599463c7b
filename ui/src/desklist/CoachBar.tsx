import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coachQueryOptions } from '../api/queries';
import { useDesk } from '../desk/desk';
import { useToday } from '../shared/today';
import { useWorklistState } from '../worklist/state';
import styles from './desklist.module.css';

const KEY = 'huifang.coach.dismissed';

/** How far a target is, and whom first. It is put away for the day, by the one who puts it away. */
export function CoachBar() {
  const { t } = useTranslation();
  const today = useToday();
  const { me } = useDesk();
  const { data: lines = [] } = useQuery(coachQueryOptions());
  const { instead, show } = useWorklistState();
  const [at, setAt] = useState(0);
  const mark = `${today}/${me?.id ?? ''}`;
  const [isAway, setAway] = useState(() => localStorage.getItem(KEY) === mark);
  const line = lines[at % Math.max(lines.length, 1)];
  if (isAway || !line || instead !== null) return null;
  return (
    <div className={styles.coach} data-testid="coach">
      <span aria-hidden="true">◎</span>
      <span data-testid="coach-text" title={line.text}>
        {line.text}
      </span>
      <button
        type="button"
        data-testid="coach-open"
        onClick={() => show({ instead: { kind: 'chosen', title: line.text, tasks: line.tasks }, whose: 'all', find: '' })}
      >
        {t('desklist.coach.whom')}
      </button>
      {lines.length > 1 && (
        <button type="button" className={styles.plain} title={t('desklist.coach.of', { count: lines.length })} data-testid="coach-next" onClick={() => setAt(at + 1)}>
          {t('desklist.coach.next')} {(at % lines.length) + 1}/{lines.length}
        </button>
      )}
      <button
        type="button"
        className={styles.plain}
        aria-label={t('desklist.coach.dismiss')}
        title={t('desklist.coach.dismiss')}
        data-testid="coach-dismiss"
        onClick={() => {
          localStorage.setItem(KEY, mark);
          setAway(true);
        }}
      >
        ✕
      </button>
    </div>
  );
}
