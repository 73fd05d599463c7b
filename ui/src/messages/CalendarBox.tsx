import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRun } from '../api/writes';
import { useDesk } from '../desk/desk';
import { host } from '../platform';
import { Failed } from '../shared/Failed';
import { openFile } from '../shared/openFile';
import styles from './Messages.module.css';

/** Appointments and promised call-backs as a file for the calendar of a telephone. */
export function CalendarBox() {
  const { t } = useTranslation();
  const { office, me } = useDesk();
  const write = useRun('export_calendar', { failureShownHere: true });
  const save = async (staff: string | null, who: string) => {
    const path = await host().chooseSavePath(`${office.dir}/${t('messages.calendarName', { who })}`, [{ name: t('messages.calendarFilter'), extensions: ['ics'] }]);
    if (path) write.mutate({ staff, days: null, path });
  };
  return (
    <details className={styles.history}>
      <summary>{t('messages.calendar')}</summary>
      <p className={styles.fine}>{t('messages.calendarAbout')}</p>
      <div className={styles.row}>
        {me && (
          <Button onClick={() => void save(me.id, me.name)} data-testid="calendar-mine">
            {t('messages.calendarMine')}
          </Button>
        )}
        <Button onClick={() => void save(null, office.name)} data-testid="calendar-all">
          {t('messages.calendarAll')}
        </Button>
      </div>
      {write.data && (
        <p className={styles.fine} data-testid="calendar-done">
          ✓ {t('messages.calendarDone', { rows: write.data.rows })} <Button onClick={() => openFile(write.data.path)}>{t('messages.openFile')}</Button>
        </p>
      )}
      {write.error && <Failed error={write.error} />}
    </details>
  );
}
