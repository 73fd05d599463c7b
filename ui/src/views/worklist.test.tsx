import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UNDO_MS } from '../shared/notices';
import { FakeOffice } from '../platform/fake/office';
import { useWorklistState } from '../worklist/state';
import { openWindow } from '../test/render';

const list = () => screen.findByTestId('task-list');
const rows = () => screen.findAllByTestId('task-row');
const sheet = () => screen.findByTestId('sheet');
const shownTask = async () => (await sheet()).dataset.task;
const selected = () => screen.getAllByTestId('task-row').find((row) => row.getAttribute('aria-selected') === 'true');
const first = () => screen.getByTestId('outcome-1');

/** Waits until the sheet shows the selected row, and begins with it. */
async function begin(user: ReturnType<typeof openWindow>['user']) {
  (await list()).focus();
  await rows();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(first()));
}

/** Answers every question that is asked with its first answer. */
async function answerAll(user: ReturnType<typeof openWindow>['user']) {
  await user.keyboard('1');
  for (let step = 0; step < 12 && document.activeElement?.getAttribute('data-testid') !== 'note'; step += 1) {
    const isChoice = document.activeElement?.getAttribute('role') === 'radio';
    await user.keyboard(isChoice ? '1' : '{Enter}');
  }
}

beforeEach(() => vi.useRealTimers());

describe('the list', () => {
  it('begins with what is overdue, and selects its first row', async () => {
    openWindow();
    const [row] = await rows();
    await waitFor(() => expect(row?.getAttribute('aria-selected')).toBe('true'));
    expect(screen.getByTestId('tab-overdue').getAttribute('aria-selected')).toBe('true');
  });
  it('moves the selection with the arrows while the list keeps the focus, and the sheet follows', async () => {
    const { user } = openWindow();
    const box = await list();
    await rows();
    box.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement).toBe(box);
    await waitFor(() => expect(selected()?.getAttribute('aria-posinset')).toBe('2'));
    await waitFor(async () => expect(await shownTask()).toBe(selected()?.dataset.task));
  });
  it('goes to the end of a hundred thousand rows', async () => {
    const { user } = openWindow('many=1');
    await user.click(await screen.findByTestId('tab-all'));
    (await list()).focus();
    await rows();
    await user.keyboard('{End}');
    expect(useWorklistState.getState().index).toBeGreaterThan(99_000);
    expect(screen.getAllByTestId('task-row').length).toBeLessThan(100);
  });
  it('lists clients whose contact is halted under a chip that stands there only while there are some', async () => {
    const office = new FakeOffice('some');
    office.halt('c1', true);
    const { user } = openWindow('', office);
    await user.click(await screen.findByTestId('tab-paused'));
    await waitFor(() => expect(screen.getAllByTestId('task-row').every((row) => row.textContent?.includes('欧阳淑贞'))).toBe(true));
    expect(screen.getAllByTestId('task-row')[0]!.textContent).toContain('‖');
  });
  it('has no chip for them otherwise', async () => {
    openWindow();
    await rows();
    expect(screen.queryByTestId('tab-paused')).toBeNull();
  });
  it('is written as a workbook as it is listed: the chip, whose, what was typed', async () => {
    const { user, platform } = openWindow();
    await user.click(await screen.findByTestId('tab-all'));
    await user.click(screen.getByTestId('whose-mine'));
    await rows();
    await user.click(screen.getByTestId('grid-export'));
    await waitFor(() => expect(platform.office.tables.exported).toHaveLength(1));
    expect(platform.office.tables.exported[0]).toMatchObject({ list: 'worklist', title: '今日回访 · 全部 · 我的', query: { tab: 'all', whose: 'mine', find: '' } });
    expect(platform.opened[0]).toMatch(/今日回访 · 全部 · 我的 .*xlsx$/);
  });
  it('says what comes next when nothing is left', async () => {
    openWindow('empty=1');
    expect(await screen.findByTestId('empty')).toBeTruthy();
    expect(screen.queryByTestId('task-row')).toBeNull();
  });
});

describe('a call', () => {
  it('is made by digits alone: answers, Ctrl+Enter, and the next one is there with its first question focused', async () => {
    const { platform, user } = openWindow();
    await begin(user);
    const before = await shownTask();
    await answerAll(user);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await shownTask()).not.toBe(before));
    await waitFor(() => expect(document.activeElement).toBe(first()));
    expect(platform.office.records[0]?.tasks).toContain(before);
    expect(platform.office.task(before!).state).toBe('done');
    await waitFor(() => expect(selected()?.dataset.task).not.toBe(before));
  });
  it('shows all that is missing at once, beside the questions, and leads to the first', async () => {
    const { platform, user } = openWindow();
    await begin(user);
    await user.keyboard('1{Control>}{Enter}{/Control}');
    expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0);
    expect(document.activeElement?.closest('[data-question]')?.querySelector('[role=alert]')).toBeTruthy();
    expect(platform.office.records).toHaveLength(0);
  });
  it('leads back to the list with Escape', async () => {
    const { user } = openWindow();
    await begin(user);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(await list());
  });
  it('is not saved by the Enter that confirms a candidate of the input method', async () => {
    const { platform, user } = openWindow();
    await begin(user);
    await answerAll(user);
    fireEvent.keyDown(screen.getByTestId('note'), { key: 'Enter', ctrlKey: true, keyCode: 229 });
    expect(platform.office.records).toHaveLength(0);
  });
  it('asks for a day when the client wants to be called another time', async () => {
    const { platform, user } = openWindow();
    await begin(user);
    await user.keyboard('4');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('again-on')));
    await user.keyboard('1122{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    expect(platform.office.task(platform.office.records[0]!.tasks[0]!).again_on).toBe('2026-11-22');
  });
  it('says what saving would cause', async () => {
    const { user } = openWindow();
    await begin(user);
    await user.keyboard('2');
    expect(await screen.findByTestId('foresight')).toBeTruthy();
  });
  it('that fails is shown with its number, and the window lives on', async () => {
    const { user } = openWindow();
    await begin(user);
    await answerAll(user);
    fireEvent.change(screen.getByTestId('note'), { target: { value: '#出错' } });
    await user.keyboard('{Control>}{Enter}{/Control}');
    const failed = await screen.findByTestId('save-failed');
    expect(within(failed).getByText(/fake-00c0ffee/)).toBeTruthy();
    expect(screen.getAllByTestId('task-row').length).toBeGreaterThan(0);
  });
  it('shows the telephone number only when asked', async () => {
    const { user } = openWindow();
    await begin(user);
    const phone = (await screen.findAllByTestId('phone'))[0]!;
    expect(phone.textContent).toContain('****');
    await user.keyboard('{F8}');
    expect(phone.textContent).not.toContain('****');
  });
});

describe('what was saved', () => {
  it('is taken back with Ctrl+Z while the bar shows it', async () => {
    const { platform, user } = openWindow();
    await begin(user);
    const before = await shownTask();
    await answerAll(user);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByTestId('undo');
    await waitFor(() => expect(document.activeElement).toBe(first()));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(platform.office.records[0]?.brief.voided).toBe(true));
    expect(platform.office.task(before!).state).toBe('overdue');
    await waitFor(() => expect(selected()?.dataset.task).toBe(before));
    expect(await shownTask()).toBe(before);
    await waitFor(() => expect(document.activeElement).toBe(first()));
    expect(first().getAttribute('aria-checked')).toBe('true');
    expect((await screen.findByTestId('notice-text')).textContent).toContain('已撤销');
  });
  it('shows its bar for ten seconds', () => expect(UNDO_MS).toBe(10_000));
});

describe('a half-filled sheet', () => {
  it('is kept and offered again, and marked in the list', async () => {
    const { user } = openWindow();
    await begin(user);
    await user.keyboard('1');
    await user.type(screen.getByTestId('note'), 'abc');
    await user.keyboard('{Escape}{ArrowDown}');
    await waitFor(() => expect((screen.getByTestId('note') as HTMLTextAreaElement).value).toBe(''));
    (await list()).focus();
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect((screen.getByTestId('note') as HTMLTextAreaElement).value).toBe('abc'));
    expect(first().getAttribute('aria-checked')).toBe('true');
    expect(screen.getByTestId('draft-note')).toBeTruthy();
  });
  it('is parked with one press, and the next one comes', async () => {
    const { platform, user } = openWindow();
    await begin(user);
    const before = await shownTask();
    await user.keyboard('1');
    await user.click(screen.getByTestId('park'));
    await waitFor(async () => expect(await shownTask()).not.toBe(before));
    await waitFor(() => expect(platform.office.forms.drafts[0]).toMatchObject({ kind: 'call', key: before, body: { outcome: 'reached' } }));
  });
});
