import type { PackLine, ParamRow } from '../bindings';

export const SECTORS = ['property', 'dental', 'hospital', 'nursing-home', 'catering', 'auto-repair', 'insurance', 'tourism', 'court', 'mediation', 'education', 'finance', 'decoration', 'government'];
export const OTHER_TITLES = ['客户回访管理办法', '关于进一步规范住户投诉处理后回访工作及满意度调查、整改复访、季度通报的暂行规定(试行)', '病人出院后随访制度', '售后服务回访', '老人入住后家属回访', '调解案件回访'];

const line = (kind: string, text: string, clauses: string[] = [], how = '', stories: string[] = []): PackLine => ({ kind, text, clauses, how, stories });

export const LINES: PackLine[] = [
  line('heading', '谁,多久之内,由谁去'),
  line('text', '投诉回访:投诉处理完毕后 3 天内回访;未留姓名或只需复函的除外;方式依次为上门、电话;由物业助理(一般的)、客服部主管(重要的)、公司经理(重大的)。', ['002-12-03', '002-12-05', '002-12-06', '002-12-07', '002-12-08', '002-12-28'], 'runs', ['一般投诉', '重大投诉', '匿名投诉', '只需复函']),
  line('text', '维修回访:报修完成后 1 个月内回访;方式依次为上门、电话;由责任区的物业助理。', ['002-12-09', '002-12-11'], 'runs', ['维修', '试运行']),
  line('text', '文体活动回访:活动举办后 1 个月内回访;方式依次为电话、上门;由物业助理。', ['002-12-12', '002-12-14'], 'runs', ['活动']),
  line('text', '节日拜访:春节、中秋节前 7 天起对特殊关怀客户拜访;方式为上门;由公司经理。', ['002-12-15'], 'runs'),
  line('text', '问题整改:问题提出后 3 个工作日内整改;由经办人(工程主管)。', ['002-12-22', '002-12-23', '002-12-32'], 'runs', ['不满意']),
  line('heading', '要达到多少'),
  line('text', '投诉回访率不低于 50%。', ['002-12-04'], 'runs'),
  line('text', '维修回访率不低于 30%。', ['002-12-10'], 'runs'),
  line('heading', '其他规定'),
  line('text', '客服部主管检查物业助理的回访并签意见;《回访记录表》交部门主管审阅。', ['002-12-20', '002-12-35'], 'asks'),
  line('text', '回访记录由主管签字后归档。', ['002-12-30'], 'shows'),
];

const param = (name: string, label: string, kind: string, value: unknown, words: string, more: Partial<ParamRow> = {}): ParamRow => ({ name, label, kind, default: value, default_words: words, value, value_words: words, set: false, choices: [], min: null, max: null, silent: true, must: false, clauses: [], ...more });

export const PARAMS: ParamRow[] = [
  param('move_in_within', '入伙后多久内回访(原文未写)', 'span', '30 days', '30 天'),
  param('incident_within', '突发事件处理完后多久内回访(原文未写)', 'span', '3 days', '3 天'),
  param('fix_within', '不满意之处多久内解决(原文“及时”)', 'span', '3 working_days', '3 个工作日', { clauses: ['002-12-22'] }),
  param('fixer', '没有指名时由哪个岗位整改(原文未写)', 'role', '工程主管', '工程主管'),
  param('festivals', '由公司经理组织拜访的“重大节日”', 'list', ['春节', '中秋节'], '春节、中秋节', { clauses: ['002-12-15'] }),
  param('activity_base', '文体活动回访率以谁为分母(原文未写)', 'choice', '参加者', '参加者', { choices: ['参加者', '全体住户'] }),
  param('department_head', '“部门主管”是哪个岗位', 'role', '客服部主管', '客服部主管', { silent: false }),
  param('no_follow_up', '哪些投诉可以不回访', 'list', ['未留姓名', '只需复函'], '未留姓名、只需复函', { silent: false, clauses: ['002-12-28'] }),
];

export const SOURCE = `# 物业:投诉、维修、活动的分级回访。
[pack]
id = "002-12"
title = "物业分级投诉、维修、活动回访"
sector = "property"
language = 1

[[rule]]
id = "complaint"
title = "投诉回访"
kind = "after"
matter = "complaint"
milestone = "handled"
within = "3 days"
assign = "物业助理"
clauses = ["002-12-03"]
`;
