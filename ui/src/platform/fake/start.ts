import type { PackOffer, ParamRow } from '../bindings';
import type { Handlers } from './index';
import { type FakeOffice, wireError } from './office';

const offer = (id: string, title: string, sector: string, line: string, more: Partial<PackOffer> = {}): PackOffer => ({ id, title, sector, line, runs: 21, asks: 6, shows: 3, blanks: 0, recommended: false, roles: ['客服专员', '客服主管'], ...more });

const OFFERS: PackOffer[] = [
  offer('002-12', '物业分级投诉、维修、活动回访', 'property', '投诉回访、维修回访、文体活动回访、特约服务回访 等 7 项', { runs: 27, asks: 7, recommended: true, roles: ['物业助理', '客服部主管', '公司经理'] }),
  offer('003-04', '办公大楼物业客户回访制度', 'property', '维修回访、投诉回访、客户拜访', { runs: 22 }),
  offer('002-13', '社区物业走访与意见征询', 'property', '入户走访、意见征询、活动回访', { runs: 15, blanks: 1 }),
  offer('001-01', '口腔科回访预约制度', 'dental', '提醒就诊、爽约回访、未定时间回访', { runs: 17, recommended: true, roles: ['咨询员'] }),
  offer('001-04', '出院病人回访制度', 'hospital', '出院回访、门诊回访', { runs: 16, recommended: true, roles: ['责任护士', '护士长'] }),
  offer('000-05', '客户回访管理办法', 'generic', '售后回访、投诉回访、节日问候', { runs: 14, recommended: true, roles: ['回访专员'] }),
  offer('000-08', '客户满意度回访制度', 'generic', '满意度回访、不满意复访', { runs: 12 }),
  ...['real-estate-sales', 'nursing-home', 'catering', 'auto-repair', 'insurance', 'tourism', 'court', 'mediation', 'membership', 'education', 'law-enforcement', 'social-assistance', 'recruitment', 'domestic-service', 'construction-administration', 'engineering-maintenance', 'construction-warranty', 'decoration', 'employee-care', 'finance', 'fuel-retail', 'government', 'manufacturing', 'technology'].map((sector, index) =>
    offer(`004-${10 + index}`, '客户回访制度', sector, '售后回访、投诉回访', { recommended: true }),
  ),
];

/** A pack with a blank, so that there is something to fill in. */
const BLANK: ParamRow = { name: 'occasions', label: '借哪些活动听取意见(原文“居民”后缺字,请补)', kind: 'list', default: ['节日庆祝', '社区文化'], default_words: '节日庆祝、社区文化', value: ['节日庆祝', '社区文化'], value_words: '节日庆祝、社区文化', set: false, choices: [], min: null, max: null, silent: false, must: true, clauses: ['002-13-07'] };

type Start = 'pack_text' | 'pack_offers' | 'check_folder' | 'create_office' | 'sample_office';

/** The first start: what is on offer, and an office that knows nobody until a list is imported. */
export function startCommands(office: FakeOffice, open: () => ReturnType<Handlers['desk_status']>, packText: Handlers['pack_text']): Pick<Handlers, Start> {
  return {
    pack_offers: () => OFFERS,
    pack_text: ({ id }) => {
      if (id !== '002-13') return packText({ id });
      const page = packText({ id: '003-04' });
      return { ...page, brief: { ...page.brief, id, title: '社区物业走访与意见征询' }, params: [BLANK, ...page.params.slice(0, 3)] };
    },
    check_folder: ({ dir, name }) => {
      const problem = dir?.includes('满') ? { code: 'folder_full', text: `${dir} 所在的盘已经满了。请腾出一些地方,或换一个盘。` } : null;
      return { dir: dir ?? `/home/office/文档/回访台/${name || '办公室'}`, problem };
    },
    create_office: ({ name, dir, first, packs, values }) => {
      if (packs.includes('002-13') && !values['002-13']?.occasions) throw wireError('param_invalid', '参数还不能用:「借哪些活动听取意见」原文空白,请先填写');
      office.begin(name, dir, first);
      return open();
    },
    sample_office: () => open(),
  };
}
