import type { ClientBrief, StaffBrief } from '../bindings';

/** A row of numbers that is always the same: fixtures must not change between two pictures. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export const STAFF: StaffBrief[] = [
  { id: 's1', name: '林晓', role: '客服专员', department: '客户服务部' },
  { id: 's2', name: '周敏', role: '客服主管', department: '客户服务部' },
  { id: 's3', name: '钱志强', role: '工程部主管', department: '工程部' },
  { id: 's4', name: '孙丽', role: '物业助理', department: '客户服务部' },
  { id: 's5', name: '何建国', role: '公司经理', department: null },
];

const FAMILY = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const GIVEN = ['文博', '淑贞', '一诺', '浩然', '梓萱', '建国', '秀兰', '志强', '雨桐', '静', '伟', '芳', '海燕', '子涵', '俊杰', '丽华', '国庆', '晓东', '敏', '欣怡'];
const LONG = ['欧阳淑贞', '阿卜杜热合曼·买买提江', '上海万通达物业商业管理有限公司第三分公司', '慕容司徒清扬'];
const CLASSES = ['独居老人', '新入伙', '特殊关怀', 'VIP', '租户'];

/** Whether every name is as long as the longest that offices have. */
export const names = { areLong: false };

/** A person or household of the fake office. */
export function makeClient(index: number): ClientBrief {
  const roll = dice(index * 7919 + 17);
  const name = names.areLong ? LONG[index % 4] : index === 1 ? '欧阳淑贞' : index % 37 === 9 ? LONG[1 + roll(3)] : `${FAMILY[roll(FAMILY.length)]}${GIVEN[roll(GIVEN.length)]}`;
  const place = `${1 + roll(20)}栋${1 + roll(3)}单元${String(1 + roll(24)).padStart(2, '0')}0${1 + roll(4)}`;
  const tags = index === 1 ? ['独居老人', '业主'] : roll(5) === 0 ? [CLASSES[roll(CLASSES.length)] ?? ''] : [];
  const phone = index % 29 === 11 ? null : `1${[3, 5, 7, 8, 9][roll(5)]}${String(roll(1_000_000_000)).padStart(9, '0')}`;
  return { id: `c${index}`, name: name ?? '', no: `YZ${String(10_000 + index)}`, place: index === 1 ? '3栋1单元1202' : place, phone: index === 1 ? '13812346621' : phone, tags };
}
