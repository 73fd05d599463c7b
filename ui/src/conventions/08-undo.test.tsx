import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useMarks } from '../desklist/marks';
import { UNDO_MS, useNotices } from '../shared/notices';
import { openWindow } from '../test/render';
import { lonelyTask, openSheet } from './support';

type User = ReturnType<typeof openWindow>['user'];

const list = () => screen.findByTestId('task-list');
const rows = () => screen.findAllByTestId('task-row');
const marked = () => screen.getAllByTestId('task-row').filter((row) => row.getAttribute('aria-checked') === 'true');
const count = () => screen.getByTestId('mark-count').textContent;

async function toList() {
  const box = await list();
  await rows();
  box.focus();
  await waitFor(() => expect(screen.getAllByTestId('task-row')[0]?.getAttribute('aria-selected')).toBe('true'));
}

/** Marks the first three rows by keyboard. */
async function markThree(user: User) {
  await toList();
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await waitFor(() => expect(count()).toContain('3'));
}

async function pick(testId: string, name: string) {
  fireEvent.mouseDown(screen.getByTestId(testId).querySelector('input')!);
  fireEvent.click(await screen.findByText(name, { selector: '.ant-select-item-option-content' }));
}

describe('convention 08: many rows are marked as in Excel', () => {
  it('Shift+Space marks a row, and lets it go again', async () => {
    const { user } = openWindow();
    await toList();
    await user.keyboard('{Shift>} {/Shift}');
    expect(marked()).toHaveLength(1);
    await user.keyboard('{Shift>} {/Shift}');
    expect(screen.queryByTestId('mark-bar')).toBeNull();
  });
  it('Shift with an arrow marks a stretch, which grows; what was marked before stays', async () => {
    const { user } = openWindow();
    await user.click(await screen.findByTestId('tab-all'));
    await toList();
    await user.keyboard('{Shift>} {/Shift}{ArrowDown}{ArrowDown}{Shift>} {ArrowDown}{/Shift}');
    await waitFor(() => expect(count()).toContain('3'));
    expect(marked().map((row) => row.getAttribute('aria-posinset'))).toEqual(['1', '3', '4']);
  });
  it('Ctrl+click marks a row, Ctrl+A every row of the list, Escape none', async () => {
    const { user, platform } = openWindow('many=1');
    await user.click(await screen.findByTestId('tab-all'));
    await toList();
    await user.keyboard('{Control>}');
    await user.click((await rows())[2]!);
    await user.keyboard('{/Control}');
    await waitFor(() => expect(marked()).toHaveLength(1));
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(count()).toContain(String(platform.office.tasks.filter((task) => platform.office.isOpen(task)).length)));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('mark-bar')).toBeNull());
  });
  it('what is marked is let go when something else is listed', async () => {
    const { user } = openWindow();
    await markThree(user);
    await user.click(screen.getByTestId('tab-today'));
    await waitFor(() => expect(screen.queryByTestId('mark-bar')).toBeNull());
  });
});

describe('convention 08: one decision about many is undone as one', () => {
  it('F4 reassigns all that is marked; Ctrl+Z takes it all back', async () => {
    const { user, platform } = openWindow();
    await markThree(user);
    const before = marked().map((row) => platform.office.task(row.dataset.task!).assignee);
    const ids = marked().map((row) => row.dataset.task!);
    await user.keyboard('{F4}');
    await screen.findByTestId('bulk');
    await pick('bulk-to', '孙丽 · 物业助理');
    await user.click(document.getElementById('bulk-ok')!);
    await waitFor(() => expect(ids.map((id) => platform.office.task(id).assignee)).toEqual(['孙丽', '孙丽', '孙丽']));
    expect((await screen.findByTestId('notice-text')).textContent).toContain('3 件');
    expect(screen.queryByTestId('mark-bar')).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(ids.map((id) => platform.office.task(id).assignee)).toEqual(before));
    expect(platform.asked.filter((command) => command === 'decide_many' || command === 'undo_act')).toEqual(['decide_many', 'undo_act']);
  });
  it('F7 waives with a reason and an approver, and says beside the field what is missing', async () => {
    const { user, platform } = openWindow();
    await markThree(user);
    const ids = marked().map((row) => row.dataset.task!);
    await user.keyboard('{F7}');
    const dialog = await screen.findByTestId('bulk');
    await user.click(document.getElementById('bulk-ok')!);
    expect(within(dialog).getAllByRole('alert')).toHaveLength(2);
    expect(platform.asked).not.toContain('decide_many');
    await pick('bulk-approver', '何建国 · 公司经理');
    fireEvent.change(screen.getByTestId('bulk-reason'), { target: { value: '住户已搬走' } });
    await user.click(document.getElementById('bulk-ok')!);
    await waitFor(() => expect(ids.map((id) => platform.office.task(id).state)).toEqual(['waived', 'waived', 'waived']));
  });
  it('F7 in a question of the sheet says why it has no answer, whatever is marked', async () => {
    const { user, platform } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('1');
    useMarks.getState().toggle('t1', 0);
    await screen.findByTestId('mark-bar');
    await user.keyboard('{F7}');
    expect(await screen.findByTestId('gap-timely')).toBeTruthy();
    expect(screen.queryByTestId('bulk')).toBeNull();
  });
  it('F6 postpones; past the latest day of the policy an approver is asked for', async () => {
    const { user, platform } = openWindow();
    const late = platform.office.tasks.find((task) => task.latest !== null && platform.office.isOpen(task))!;
    await user.click(await screen.findByTestId('tab-all'));
    await user.type(screen.getByTestId('worklist-find'), late.client!.name);
    await waitFor(async () => expect((await rows()).some((row) => row.dataset.task === late.id)).toBe(true));
    (await list()).focus();
    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(marked().length).toBeGreaterThan(0));
    await user.keyboard('{F6}');
    await screen.findByTestId('bulk');
    expect(screen.queryByTestId('bulk-approver')).toBeNull();
    fireEvent.change(screen.getByTestId('bulk-day'), { target: { value: '2027-06-30' } });
    fireEvent.change(screen.getByTestId('bulk-reason'), { target: { value: '住户在国外' } });
    await user.click(document.getElementById('bulk-ok')!);
    expect(await screen.findByTestId('bulk-approver')).toBeTruthy();
    expect(late.due).not.toBe('2027-06-30');
  });
});

describe('convention 08: undo', () => {
  it('stands ten seconds in the bar', () => expect(UNDO_MS).toBe(10_000));
  it('a single decision has its way back too', async () => {
    const { user, platform } = openWindow();
    await toList();
    await user.click(await screen.findByTestId('task-menu'));
    await user.click(await screen.findByTestId('decide-reschedule'));
    fireEvent.change(await screen.findByTestId('decide-day'), { target: { value: '+7' } });
    fireEvent.change(screen.getByTestId('decide-reason'), { target: { value: '住户出差' } });
    await user.click(document.getElementById('decide-ok')!);
    await user.click(await screen.findByTestId('undo'));
    await waitFor(() => expect(platform.asked).toContain('void_decision'));
  });
  it('Ctrl+Z leads to what was done today when the bar shows nothing, and Enter there takes it back', async () => {
    const { user, platform } = openWindow();
    await markThree(user);
    const ids = marked().map((row) => row.dataset.task!);
    const before = ids.map((id) => platform.office.task(id).due);
    await user.keyboard('{F6}');
    fireEvent.change(await screen.findByTestId('bulk-day'), { target: { value: '+7' } });
    fireEvent.change(screen.getByTestId('bulk-reason'), { target: { value: '停水' } });
    await user.click(document.getElementById('bulk-ok')!);
    await waitFor(() => expect(ids.map((id) => platform.office.task(id).due)).not.toEqual(before));
    useNotices.setState({ current: null });
    await user.keyboard('{Control>}z{/Control}');
    const acts = await screen.findAllByTestId('recent-act');
    expect(acts[0]?.textContent).toContain('3 件');
    await waitFor(() => expect(document.activeElement).toBe(within(acts[0]!).getByTestId('recent-undo')));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getAllByTestId('recent-act')[0]?.dataset.state).toBe('undone'));
    expect(ids.map((id) => platform.office.task(id).due)).toEqual(before);
  });
  it('Ctrl+Z in a text that is being typed belongs to the text', async () => {
    const { user } = openWindow();
    await user.type(await screen.findByTestId('worklist-find'), '王');
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.queryByTestId('recent-acts')).toBeNull();
  });
});
