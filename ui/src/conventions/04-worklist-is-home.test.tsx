import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openWindow } from '../test/render';

const list = () => screen.findByTestId('task-list');
const rows = () => screen.findAllByTestId('task-row');
const selected = () => screen.getAllByTestId('task-row').find((row) => row.getAttribute('aria-selected') === 'true');
const count = (tab: string) => Number(screen.getByTestId(`tab-${tab}`).querySelector('b')?.textContent);
const shownTask = async () => (await screen.findByTestId('sheet')).dataset.task;

async function atTheList(query = '') {
  const opened = openWindow(query);
  (await list()).focus();
  await rows();
  await waitFor(() => expect(selected()).toBeTruthy());
  return opened;
}

beforeEach(() => vi.useRealTimers());

describe('convention 04: the home page is the worklist', () => {
  it('groups by 逾期, 今天, 未来7天, 等待中, each with its count', async () => {
    await atTheList();
    const names = ['overdue', 'today', 'week', 'waiting'].map((tab) => screen.getByTestId(`tab-${tab}`).textContent);
    expect(names.map((name) => name?.replaceAll(/[\s\d]/g, '').replace('未来天', '未来7天'))).toEqual(['逾期', '今天', '未来7天', '等待中']);
    expect(count('today')).toBeGreaterThan(0);
    expect(count('waiting')).toBeGreaterThan(0);
  });
  it('moves with ↑↓, looks with Space and keeps the focus, opens with Enter', async () => {
    const { platform, user } = await atTheList();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp} ');
    expect(selected()?.getAttribute('aria-posinset')).toBe('2');
    await waitFor(async () => expect(await shownTask()).toBe(selected()?.dataset.task));
    expect(document.activeElement).toBe(await list());
    expect(platform.asked, 'a look claims nobody').not.toContain('claim');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('outcome-1')));
    await waitFor(() => expect(platform.asked).toContain('claim'));
  });
  it('writes down with F9 that nobody answered, and goes on to the next row, without leaving the list', async () => {
    const { platform, user } = await atTheList();
    const [before, overdue, waiting] = [selected()!.dataset.task!, count('overdue'), count('waiting')];
    await user.keyboard('{F9}');
    await waitFor(() => expect(platform.office.records[0]?.brief.outcome).toBe('no_answer'));
    expect(platform.office.records[0]?.tasks).toContain(before);
    await waitFor(() => expect(selected()?.dataset.task).not.toBe(before));
    expect(document.activeElement).toBe(await list());
    await waitFor(() => expect([count('overdue'), count('waiting')]).toEqual([overdue - 1, waiting + 1]));
  });
  it('never writes F9 down for the row that was selected a moment ago', async () => {
    const { platform, user } = await atTheList();
    const first = selected()!.dataset.task!;
    await user.keyboard('{ArrowDown}{F9}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    expect(platform.office.records[0]?.tasks).not.toContain(first);
  });
  it('a client who was tried leaves the day and stands under 等待中, with the number of tries, the last one, and until when', async () => {
    const { user } = await atTheList();
    const task = selected()!.dataset.task!;
    await user.keyboard('{F9}');
    await waitFor(() => expect(screen.queryByTestId('notice-text')).toBeTruthy());
    await user.click(screen.getByTestId('tab-waiting'));
    await waitFor(() => expect(screen.getAllByTestId('task-row').some((row) => row.dataset.task === task)).toBe(true));
    const row = within(screen.getAllByTestId('task-row').find((one) => one.dataset.task === task)!);
    expect(row.getByTestId('tried').textContent).toMatch(/已试 \d 次,上次 今天 10:00 未接/);
    expect(row.getByTestId('wait').textContent).toBe('等到 今天 14:00');
  });
  it('brings him back with Ctrl+Z', async () => {
    const { platform, user } = await atTheList();
    const [task, overdue] = [selected()!.dataset.task!, count('overdue')];
    await user.keyboard('{F9}');
    await screen.findByTestId('undo');
    await waitFor(() => expect(count('overdue')).toBe(overdue - 1));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(count('overdue')).toBe(overdue));
    expect(platform.office.task(task).call.waits).toBe(false);
  });
  it('marks who should not be rung now, and does not hide him', async () => {
    await atTheList();
    expect(screen.getAllByTestId('ring-later')[0]?.textContent).toContain('14:00 后再打');
  });
  it('shows in promised call-backs the hour that was promised', async () => {
    const { user } = await atTheList();
    await user.click(screen.getByTestId('tab-call_back'));
    await waitFor(() => expect(screen.getAllByTestId('wait')[0]?.textContent).toBe('约定 今天 15:00'));
  });
});
