import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ProblemRow, TaskRow } from '../platform/bindings';
import { fakePlatform } from '../platform/fake';
import { ProblemMark } from '../problems/ProblemLine';
import { SHAPES } from '../shared/StateMark';
import { TodayProvider } from '../shared/today';
import { DueMark } from '../worklist/DueMark';

const TODAY = '2026-10-09';
const some = fakePlatform(new URLSearchParams()).office;
const task = (more: Partial<TaskRow>): TaskRow => ({ ...some.tasks[0]!, days_over: 0, state: 'open', ...more });
const problem = (more: Partial<ProblemRow>): ProblemRow => ({ ...some.problems[0]!, ...more });

function shown(mark: React.ReactNode): { text: string; look: string } {
  const { container } = render(<TodayProvider value={TODAY}>{mark}</TodayProvider>);
  return { text: container.textContent ?? '', look: container.querySelector<HTMLElement>('[data-look]')?.dataset.look ?? '' };
}

describe('convention 11: a state is colour, shape and word', () => {
  it.each([
    ['overdue', task({ state: 'overdue', days_over: 3, due: '2026-10-06' }), 'late', '●逾期 3 天'],
    ['overdue since an hour of today', task({ state: 'overdue', due: '2026-10-09T08:00' }), 'late', '●今天 08:00 已过'],
    ['due today', task({ due: TODAY }), 'now', '▲今天到期'],
    ['due at an hour of today', task({ due: '2026-10-09T17:00' }), 'now', '▲今天 17:00到期'],
    ['not yet due', task({ due: '2026-10-10' }), 'later', '○明天到期'],
    ['done', task({ state: 'done' }), 'done', '✓已完成'],
    ['given up', task({ state: 'lost' }), 'ended', '–失访'],
  ])('a task that is %s', (_name, row, look, text) => {
    expect(shown(<DueMark task={row} />)).toEqual({ look, text });
  });

  it.each([
    ['overdue', problem({ state: 'overdue' }), 'late', '●'],
    ['to be rectified today', problem({ state: 'open', deadline: TODAY }), 'now', '▲'],
    ['to be rectified later', problem({ state: 'open', deadline: '2026-10-12' }), 'later', '○'],
    ['waiting for somebody’s hand', problem({ state: 'to_recheck' }), 'sign', '■'],
    ['closed', problem({ state: 'closed' }), 'done', '✓'],
  ])('a problem that is %s', (_name, row, look, shape) => {
    const mark = shown(<ProblemMark problem={row} />);
    expect([mark.look, mark.text[0]]).toEqual([look, shape]);
    expect(mark.text.length).toBeGreaterThan(2);
  });

  it('no two looks share a shape, and the shape is not read aloud beside its word', () => {
    expect(new Set(Object.values(SHAPES)).size).toBe(Object.keys(SHAPES).length);
    render(<TodayProvider value={TODAY}><DueMark task={task({ due: TODAY })} /></TodayProvider>);
    expect(screen.getByText('▲').getAttribute('aria-hidden')).toBe('true');
  });
});
