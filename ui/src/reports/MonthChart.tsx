import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsDark } from '../desk/theme';
import type { MonthFigures } from '../platform/bindings';
import styles from './ReportPage.module.css';

echarts.use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** Due, done and on time by month; patterns as well as colours, for printers without them. */
export function MonthChart({ months }: { months: MonthFigures[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const isDark = useIsDark();
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = echarts.init(box.current, null, { renderer: 'svg' });
    const ink = isDark ? '#9ca8a2' : '#5f6963';
    const line = isDark ? '#2a312e' : '#e4e8e4';
    const [due, done, onTime] = isDark ? ['#56635d', '#2ba288', '#8adbc5'] : ['#b9c4bd', '#0b6e5b', '#7cc4b3'];
    const series = (name: string, color: string, data: number[]) => ({
      name,
      type: 'bar' as const,
      data,
      barMaxWidth: 34,
      itemStyle: { color, borderRadius: [3, 3, 0, 0] },
      label: { show: true, position: 'top' as const, color: ink, fontSize: 12 },
    });
    chart.setOption({
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: getComputedStyle(box.current).fontFamily },
      legend: { top: 0, right: 0, textStyle: { color: ink, fontSize: 13 }, itemHeight: 10, itemWidth: 14, itemGap: 18 },
      grid: { left: 4, right: 4, top: 36, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: months.map((month) => t('reports.month', { month: Number(month.month.slice(5)) })),
        axisLabel: { color: ink, fontSize: 13 },
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink, fontSize: 12 }, splitLine: { lineStyle: { color: line } } },
      series: [
        series(t('reports.due'), due ?? '', months.map((month) => month.due)),
        series(t('reports.done'), done ?? '', months.map((month) => month.done)),
        series(t('reports.onTime'), onTime ?? '', months.map((month) => month.on_time)),
      ],
    });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [months, isDark, t]);
  return <div ref={box} className={styles.chart} data-testid="month-chart" role="img" aria-label={t('reports.chart')} />;
}
