import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holidaysQueryOptions } from '../api/queries';
import { useRun, useWrite } from '../api/writes';
import { asWireError, host } from '../platform';
import type { HolidayTable } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { useToday } from '../shared/today';
import styles from './HolidayDialog.module.css';
import { HolidayLines } from './HolidayLines';
import { holidayFilter } from './packFiles';
import { Preview } from './Preview';
import { changeOf, useForesight } from './useForesight';

/** The tables of days off and make-up days, year by year. */
export function HolidayDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(holidaysQueryOptions());
  const today = useToday();
  const [year, setYear] = useState(Number(today.slice(0, 4)) + (today.slice(5, 7) >= '11' ? 1 : 0));
  const [read, setRead] = useState<HolidayTable | null>(null);
  const readFile = useRun('read_holidays', { failureShownHere: true });
  const form = useDialogForm();
  const table = read?.year === year ? read : data?.find((known) => known.year === year);
  const choose = async () => {
    const [path] = await host().chooseFiles([holidayFilter()]);
    if (!path) return;
    readFile.mutate({ path }, { onSuccess: (found) => {
      setRead(found);
      setYear(found.year);
    } });
  };
  return (
    <Modal open title={t('holidays.title')} footer={null} onCancel={onClose} width={720} style={{ top: 56 }}>
      <div ref={form} className={styles.box} data-testid="holidays">
        {error && <Failed error={asWireError(error)} />}
        <div className={styles.years} data-question="year">
          {data?.map((known) => (
            <button key={known.year} type="button" className={styles.year} aria-pressed={known.year === year} data-known={known.known} data-testid={`year-${known.year}`} onClick={() => setYear(known.year)}>
              {t('holidays.year', { year: known.year })}
              {!known.known && ` · ${t('holidays.guessed')}`}
              {known.own && ` · ${t('holidays.own')}`}
            </button>
          ))}
          <Button size="small" onClick={() => void choose()} loading={readFile.isPending} data-testid="holidays-read">
            {t('holidays.read')}
          </Button>
        </div>
        {readFile.error && <Failed error={readFile.error} />}
        {table && <Editing key={`${table.year}/${read === table}/${table.own}`} table={table} isRead={read === table} onDone={() => setRead(null)} />}
      </div>
    </Modal>
  );
}

function Editing({ table, isRead, onDone }: { table: HolidayTable; isRead: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const [days, setDays] = useState(table.days);
  const filled = days.filter((line) => line.day.trim() !== '' || line.name.trim() !== '');
  const change = changeOf('holidays', { holidays: { year: table.year, known: true, own: true, days: filled } });
  const foresight = useForesight(change);
  const write = useWrite('change_policy', { failureShownHere: true });
  const isDirty = isRead || JSON.stringify(filled) !== JSON.stringify(table.days);
  const error = write.error ?? foresight.error;
  const canSave = isDirty && foresight.preview !== null;
  const save = (wish: typeof change) =>
    write.mutate(wish, {
      onSuccess: (changed) => {
        onDone();
        showDone(changed.line);
      },
    });
  return (
    <>
      <p className={styles.note}>{t(table.known ? (table.own ? 'holidays.aboutOwn' : 'holidays.aboutShipped') : 'holidays.aboutNone', { year: table.year })}</p>
      <HolidayLines year={table.year} days={days} onChange={setDays} error={error} />
      {error && error.code !== 'holidays_invalid' && <Failed error={error} />}
      {foresight.isStale && <p className={styles.note}>{t('policies.stale')}</p>}
      <div className={styles.buttons}>
        <Button onClick={foresight.look} loading={foresight.isBusy} disabled={!isDirty} data-testid="holidays-look">
          {t('policies.look')}
        </Button>
        <Button type="primary" onClick={() => canSave && save(change)} disabled={!canSave} loading={write.isPending} data-testid="holidays-save">
          {t('holidays.save')}
        </Button>
        {table.own && !isRead && (
          <Button onClick={() => save(changeOf('holidays', { holidays: { ...table, days: [] } }))} data-testid="holidays-back">
            {t('holidays.takeBack')}
          </Button>
        )}
      </div>
      {foresight.preview && <Preview preview={foresight.preview} isBrief />}
    </>
  );
}
