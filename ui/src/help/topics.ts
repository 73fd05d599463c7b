import type { Route } from '../desk/route';
import { texts } from '../i18n';
import { zhCN } from '../i18n/zh-CN';

export type TopicId = keyof typeof zhCN.help.topic;
export type PictureName = keyof typeof zhCN.help.picture;

/** The topics in the order of the work, each with the pictures that stand below its steps: number of the step → name. */
const PICTURES: Record<TopicId, Readonly<Record<number, PictureName>>> = {
  first: { 3: 'start' },
  today: { 2: 'worklist' },
  call: { 3: 'call', 4: 'dissatisfied' },
  unanswered: { 2: 'unanswered', 5: 'lost' },
  clients: { 1: 'search', 2: 'client' },
  matters: { 3: 'register', 5: 'board' },
  problems: { 2: 'problems' },
  rounds: { 3: 'rounds' },
  messages: { 2: 'messages' },
  import: { 2: 'import' },
  report: { 3: 'report' },
  policy: { 3: 'policy' },
  desk: { 1: 'lock' },
  keys: {},
};

export const TOPICS = Object.keys(PICTURES) as TopicId[];

/** What a topic says: a step may have a picture below it. */
export type Topic = { id: TopicId; title: string; about: string; steps: { text: string; picture?: PictureName }[] };

/** The topic in words. */
export function topicOf(id: TopicId): Topic {
  const say = (name: string) => texts.t(`help.topic.${id}.${name}` as never) as string;
  const steps = Object.keys(zhCN.help.topic[id].steps);
  return { id, title: say('title'), about: say('about'), steps: steps.map((step) => ({ text: say(`steps.${step}`), picture: PICTURES[id][Number(step)] })) };
}

/** What stands at the marks of a picture. */
export const pictureText = (name: PictureName): string => texts.t(`help.picture.${name}`);

/** The topics in which all the words stand that were typed, in any case; without words all of them. */
export function findTopics(typed: string): TopicId[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return TOPICS.filter((id) => {
    const { title, about, steps } = topicOf(id);
    const all = [title, about, ...steps.flatMap(({ text, picture }) => [text, picture ? pictureText(picture) : ''])].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The topic that is about a page; pages without one begin at the beginning. */
export function topicOfPage({ page }: Route): TopicId {
  switch (page) {
    case 'worklist':
      return 'today';
    case 'clients':
    case 'matters':
    case 'problems':
    case 'rounds':
    case 'messages':
    case 'import':
    case 'report':
    case 'policy':
      return page;
    case 'help':
    case 'about':
      return 'first';
  }
}
