import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureRef, quarterlyReportQueryOptions, reportPeriodsQueryOptions } from '../api/queries';
import { useRoute } from '../desk/route';
import { asWireError } from '../platform';
import type { Figure, QuarterlyReport } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { ExportBox } from './ExportBox';
import { FigureCards } from './FigureCards';
import { FigureTables } from './FigureTables';
import { FigureTasks, type Opened } from './FigureTasks';
import { MonthChart } from './MonthChart';
import styles from './ReportPage.module.css';
import { Targets } from './Targets';

/** 报表: the quarter as figures; each opens the list behind it. */
export function ReportPage() {
  const { t } = useTranslation();
  const periods = useQuery(reportPeriodsQueryOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen ?? periods.data?.[0]?.period;
  const report = useQuery({ ...quarterlyReportQueryOptions(period ?? ''), enabled: period !== undefined, placeholderData: keepPreviousData });
  const error = periods.error ?? report.error;
  return (
    <div className={styles.view}>
      <div className={styles.top}>
        <h1>{t('reports.title')}</h1>
        {periods.data && periods.data.length > 0 && (
          <Select
            aria-label={t('reports.period')}
            data-testid="report-period"
            style={{ width: 180 }}
            value={period}
            onChange={setChosen}
            options={periods.data.map((choice) => ({ value: choice.period, label: choice.label }))}
          />
        )}
        <span className={styles.days}>{report.data?.days}</span>
      </div>
      {error && <Failed error={asWireError(error)} onRetry={() => void (periods.error ? periods.refetch() : report.refetch())} />}
      {periods.data?.length === 0 && (
        <Empty text={t('reports.empty')} next={t('reports.emptyNext')}>
          <Button size="middle" onClick={() => useRoute.getState().go({ page: 'worklist' })}>
            {t('imports.toWork')}
          </Button>
        </Empty>
      )}
      {report.data && <Shown report={report.data} />}
    </div>
  );
}

function Shown({ report }: { report: QuarterlyReport }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Opened | null>(null);
  const definitionOf = (figure: string) => report.figures.find((known) => known.id === figure)?.definition ?? '';
  const openFigure = ({ id, label, text, definition }: Figure) => setOpen({ figure: id, table: null, key: null, title: `${label} ${text}`, definition });
  const openPart = (part: FigureRef & { title: string }) => setOpen({ ...part, definition: definitionOf(part.figure) });
  return (
    <>
      <FigureCards figures={report.figures} onOpen={openFigure} />
      <ExportBox key={report.period} period={report.period} />
      <div className={styles.pair}>
        <Targets targets={report.targets} onOpen={openPart} />
        {report.months.length > 0 && (
          <section className={styles.card}>
            <h2>{t('reports.chart')}</h2>
            <MonthChart months={report.months} />
          </section>
        )}
      </div>
      <FigureTables tables={report.tables} onOpen={openPart} />
      {open && <FigureTasks period={report.period} label={report.label} opened={open} onClose={() => setOpen(null)} />}
    </>
  );
}
