import type { ClientHit, Matched, MatterHit, SearchAnswer, SearchQuery } from '../bindings';
import type { FakeOffice } from './office';

/** The readings of the characters in the names of the fake office. */
const SOUNDS =
  '王wang李li张zhang刘liu陈chen杨yang赵zhao黄huang周zhou吴wu徐xu孙sun胡hu朱zhu高gao林lin何he郭guo马ma罗luo梁liang宋song郑zheng谢xie韩han唐tang冯feng于yu董dong萧xiao程cheng曹cao袁yuan邓deng许xu傅fu沈shen曾zeng彭peng吕lv文wen博bo淑shu贞zhen一yi诺nuo浩hao然ran梓zi萱xuan建jian国guo秀xiu兰lan志zhi强qiang雨yu桐tong静jing伟wei芳fang海hai燕yan子zi涵han俊jun杰jie丽li华hua庆qing晓xiao东dong敏min欣xin怡yi欧ou阳yang';
const soundOf = new Map([...SOUNDS.matchAll(/([\u4e00-\u9fff])([a-z]+)/g)].map((match) => [match[1]!, match[2]!]));

const folded = (text: string) => text.toLowerCase().replaceAll(/[\s']/g, '');

/** How many characters from the first on use up what was typed; none: they do not. */
function heard(name: string[], typed: string): number | null {
  if (typed === '') return 0;
  const [first, ...rest] = name;
  if (first === undefined) return null;
  const sound = soundOf.get(first) ?? '';
  const ways = [first.toLowerCase(), sound, sound.slice(0, 1)].filter((way) => way !== '' && typed.startsWith(way));
  if (sound.startsWith(typed)) return 1;
  for (const way of ways) {
    const more = heard(rest, typed.slice(way.length));
    if (more !== null) return more + 1;
  }
  return null;
}

function matchName(name: string, typed: string): Matched | null {
  const letters = [...name];
  for (let start = 0; start < letters.length; start += 1) {
    const length = heard(letters.slice(start), typed);
    if (length !== null && length > 0) {
      const hit = letters.slice(start, start + length);
      const isSound = folded(hit.join('')) !== typed;
      const reading = isSound ? hit.map((letter) => soundOf.get(letter) ?? letter).join(' ') : null;
      return { by: isSound ? 'pinyin' : 'name', before: letters.slice(0, start).join(''), hit: hit.join(''), after: letters.slice(start + length).join(''), reading };
    }
  }
  return null;
}

function matchPart(by: string, text: string | null, typed: string, from = 0): Matched | null {
  const at = text?.toLowerCase().indexOf(typed, from) ?? -1;
  if (!text || at < 0) return null;
  return { by, before: text.slice(0, at), hit: text.slice(at, at + typed.length), after: text.slice(at + typed.length), reading: null };
}

function matchEnd(by: string, text: string | null, typed: string): Matched | null {
  return text?.endsWith(typed) ? matchPart(by, text, typed, text.length - typed.length) : null;
}

/** The one search, well enough for pages and pictures. */
export function search(office: FakeOffice, { find, recent, limit }: SearchQuery): SearchAnswer {
  const all = Array.from({ length: Math.min(office.clients, 3000) }, (_, index) => office.clientRow(index + 1).client);
  const typed = folded(find);
  if (typed === '') {
    const clients = recent.flatMap((id) => all.filter((client) => client.id === id));
    return { clients: clients.map((client) => ({ client, matched: null })), matters: [], more: false };
  }
  const clients: ClientHit[] = all.flatMap((client) => {
    const matched = matchName(client.name, typed) ?? matchPart('no', client.no, typed) ?? matchPart('place', client.place, typed) ?? matchEnd('phone', client.phone, typed);
    return matched ? [{ client, matched }] : [];
  });
  const matters: MatterHit[] = office.tasks.slice(0, 300).flatMap(({ matter, client, due }) => {
    const matched = matchPart('no', matter?.no ?? null, typed);
    return matter && matched ? [{ matter, client, on: due, matched }] : [];
  });
  return { clients: clients.slice(0, limit), matters: matters.slice(0, limit), more: Math.max(clients.length, matters.length) > limit };
}
