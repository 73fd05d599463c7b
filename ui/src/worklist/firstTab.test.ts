import { expect, it } from 'vitest';
import type { WorklistCounts } from '../platform/bindings';
import { firstTab } from './useWorklist';

const NOTHING: WorklistCounts = { overdue: 0, today: 0, tomorrow: 0, week: 0, call_back: 0, waiting: 0, all: 0, paused: 0, office: 0, office_overdue: 0, done_today: 0, unsigned: 0, problems: 0 };

it.each([
  ['what is overdue', { overdue: 2, today: 1 }, 'overdue'],
  ['today', { today: 1, week: 9 }, 'today'],
  ['what comes next, where nothing asks for anything yet', { week: 3, all: 40 }, 'week'],
  ['everything, where all of it is far away', { all: 4000 }, 'all'],
  ['today, when its work is done', { all: 40, tomorrow: 5, done_today: 12 }, 'today'],
  ['today, where there is nothing at all', {}, 'today'],
])('begins with %s', (_, counts, tab) => expect(firstTab({ ...NOTHING, ...counts })).toBe(tab));
