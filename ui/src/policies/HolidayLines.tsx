import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday } from '../i18n/days';
import type { HolidayLine, WireError } from '../platform/bindings';
import { isDay } from '../shared/dates';
import { Empty } from '../shared/Empty';
import styles from './HolidayDialog.module.css';

type Props = { year: number; days: HolidayLine[]; onChange: (days: HolidayLine[]) => void; error: WireError | null };

/** The days of a table as lines to be typed into. */
export function HolidayLines({ year, days, onChange, error }: Props) {
  const { t } = useTranslation();
  const faults = faultsOf(error);
  const set = (at: number, more: Partial<HolidayLine>) => onChange(days.map((line, index) => (index === at ? { ...line, ...more } : line)));
  const add = () => onChange([...days, { day: '', name: days.at(-1)?.name ?? '', works: false }]);
  return (
    <div className={styles.days}>
      {days.length === 0 && <Empty text={t('holidays.empty', { year })} next={t('holidays.emptyNext')} />}
      {days.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('holidays.day')}</th>
              <th>{t('holidays.kind')}</th>
              <th>{t('holidays.name')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {days.map((line, index) => (
              <tr key={index} data-fault={faults.has(index + 1)}>
                <td>
                  <input aria-label={t('holidays.day')} placeholder={`${year}-10-01`} data-testid="holiday-day" value={line.day} onChange={(event) => set(index, { day: event.target.value })} />
                  <span className={styles.fault}>{faults.get(index + 1) ?? (line.day !== '' && !isDay(line.day) ? t('day.unclear') : '')}</span>
                </td>
                <td>
                  <select aria-label={t('holidays.kind')} value={line.works ? 'works' : 'off'} onChange={(event) => set(index, { works: event.target.value === 'works' })}>
                    <option value="off">{t('holidays.off')}</option>
                    <option value="works">{t('holidays.works')}</option>
                  </select>
                </td>
                <td>
                  <input aria-label={t('holidays.name')} value={line.name} onChange={(event) => set(index, { name: event.target.value })} />
                </td>
                <td>
                  <Button size="small" aria-label={t('holidays.drop', { day: isDay(line.day) ? dayWithWeekday(line.day, String(year)) : line.day })} onClick={() => onChange(days.filter((_, other) => other !== index))}>
                    ✕
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div style={{ padding: 8 }}>
        <Button size="small" onClick={add} data-testid="holiday-add">
          {t('holidays.add')}
        </Button>
      </div>
    </div>
  );
}

function faultsOf(error: WireError | null): Map<number, string> {
  const named = error?.code === 'holidays_invalid' ? (error.params as { lines?: { line: number; text: string }[] }).lines : undefined;
  return new Map((named ?? []).map(({ line, text }) => [line, text]));
}
