import type { ImportResult, QuarterlyReport } from '../bindings';

/** The figures of a table's columns and the keys of its rows. */
const opens = (figures: string[], rows: number) => ({ figures: [null, ...figures], keys: Array.from({ length: rows }, (_, row) => `row${row + 1}`) });

export function quarterlyReport(period: string): QuarterlyReport {
  const empty = period.endsWith('Q4');
  const n = (value: number) => (empty ? 0 : value);
  const rate = (a: number, b: number) => (b === 0 ? '—' : `${((a / b) * 100).toFixed(1)}%`);
  const [due, done, onTime, satisfied] = [n(412), n(371), n(343), n(338)];
  const count = (id: string, label: string, value: number, definition: string) => ({ id, label, numerator: value, denominator: null, text: String(value), definition });
  return {
    period,
    label: `${period.slice(0, 4)}年第${'一二三四'[Number(period.slice(5)) - 1]}季度`,
    days: period === '2026Q4' ? '2026-10-01 至 2026-12-31' : '2026-07-01 至 2026-09-30',
    figures: [
      { id: 'coverage', label: '回访率', numerator: done, denominator: due, text: rate(done, due), definition: '本季度到期的回访中,已接通并回答的;漏访、失访计入分母,批准免访的不计。' },
      { id: 'on_time_rate', label: '按时率', numerator: onTime, denominator: due, text: rate(onTime, due), definition: '完成日不晚于最迟日的,占到期的回访。' },
      { id: 'satisfaction_rate', label: '满意率', numerator: satisfied, denominator: done, text: rate(satisfied, done), definition: '回答满意或基本满意的,占接通并问了满意与否的。' },
      count('due_count', '应访', due, '本季度到期的回访。'),
      count('done_count', '实访', done, '其中已接通并回答的。'),
      count('lost_count', '失访', n(9), '多次联系不上,经人确认的。'),
      count('missed_count', '漏访', n(6), '过期未做、下一次已开始的。'),
      count('waived_count', '免访', n(4), '经批准不必做的。'),
    ],
    tables: [
      { id: 'by_rule', ...opens(['due_count', 'done_count', 'coverage', 'on_time_rate'], 4), title: '按回访种类', columns: ['种类', '应访', '实访', '回访率', '按时率'], rows: empty ? [] : [['投诉回访', '86', '86', '100.0%', '95.3%'], ['维修回访', '214', '182', '85.0%', '79.9%'], ['特约服务回访', '78', '71', '91.0%', '84.6%'], ['入伙走访', '34', '32', '94.1%', '88.2%']] },
      { id: 'by_staff', ...opens(['due_count', 'done_count', 'coverage', 'satisfaction_rate'], 3), title: '按回访人', columns: ['姓名', '应访', '实访', '回访率', '满意率'], rows: empty ? [] : [['林晓', '181', '170', '93.9%', '91.8%'], ['孙丽', '133', '118', '88.7%', '90.7%'], ['周敏', '98', '83', '84.7%', '92.8%']] },
      { id: 'satisfaction', figures: [], keys: [], title: '满意度', columns: ['项目', '满意', '基本满意', '不满意', '满意率'], rows: empty ? [] : [['维修及时性', '128', '41', '13', '92.9%'], ['维修效果', '119', '46', '17', '90.7%'], ['处理效果', '58', '20', '8', '90.7%']] },
    ],
    months: (period.endsWith('Q4') ? ['10', '11', '12'] : ['07', '08', '09']).map((month, index) => ({ month: `2026-${month}`, due: n([131, 146, 135][index]!), done: n([118, 133, 120][index]!), on_time: n([110, 121, 112][index]!) })),
    targets: [
      { id: '002-12/投诉回访率', title: '投诉回访率', asked: '100%', reached: empty ? '—' : '100.0%', met: empty ? null : true, clauses: ['002-12-24'] },
      { id: '002-12/维修回访率', title: '维修回访率', asked: '不低于 50%', reached: empty ? '—' : '85.0%', met: empty ? null : true, clauses: ['002-12-25'] },
      { id: '002-12/入伙走访率', title: '入伙走访率', asked: '100%', reached: empty ? '—' : '94.1%', met: empty ? null : false, clauses: ['002-12-16'] },
    ],
  };
}

export function importResult(file: string, as: string | null): ImportResult {
  const problem = (row: number, column: string, code: string, found: string, text: string) => ({ sheet: 'Sheet1', row, column, code, found, text });
  return {
    import: null,
    file: file.split(/[/\\]/).pop() ?? file,
    as: as ?? 'complaint',
    rows: 86,
    created: 71,
    updated: 6,
    unchanged: 5,
    rejected: [
      problem(17, '处理完毕时间', 'bad_date', '2026年13月2日', '日期写成 2026-12-02 这样;13 月不存在。'),
      problem(33, '房号', 'unknown_place', '31栋1单元0101', '业主档案里没有这个房号;先导入业主档案,或改成已有的房号。'),
      problem(52, '投诉编号', 'duplicate', 'TS261004', '与第 20 行同一编号;保留一行。'),
      problem(80, '', 'empty_row', '', '这一行没有编号也没有日期。'),
    ],
    warnings: [problem(9, '电话', 'odd_phone', '1381234', '电话只有 7 位,照原样保留;请核对。')],
    columns: [
      { label: '投诉编号', value: 'no' },
      { label: '房号', value: 'room' },
      { label: '投诉时间', value: 'on.received' },
      { label: '处理完毕时间', value: 'on.handled' },
      { label: '等级', value: 'severity' },
      { label: '责任部门', value: 'department' },
      { label: '内部备注', value: '' },
    ],
    preview: [
      ['TS261001', '5栋2单元0301', '2026-09-28', '2026-10-04', '重要', '工程部', ''],
      ['TS261002', '3栋1单元1202', '2026-10-01', '2026-10-06', '一般', '客户服务部', '电话里很客气'],
      ['TS261003', '11栋1单元2001', '2026-10-02', '', '一般', '秩序维护部', ''],
    ],
    new_tasks: 64,
  };
}
