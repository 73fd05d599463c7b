import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';

type User = ReturnType<typeof openWindow>['user'];

const list = () => screen.findByTestId('work-list');
const rows = () => screen.findAllByTestId('work-row');
const row = async (task: string) => (await rows()).find((found) => found.dataset.task === task)!;
const drawn = () => screen.findAllByTestId('drawn-row');

/** Turns to the office's work by keyboard, goes down so many rows, and opens what is there. */
async function open(user: User, down: number) {
  (await list()).focus();
  await rows();
  await user.keyboard('{ArrowDown}'.repeat(down + 1));
  await user.keyboard('{Enter}');
  return screen.findByTestId('step-sheet');
}

/** Looks at the frame and draws. */
async function draw(user: User) {
  await user.click(within(await row('monthly')).getByTestId('line-draw'));
  await screen.findByTestId('draw-population');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByTestId('drawn');
}

describe('the work of the office', () => {
  it('stands under its own heading, apart from the calls', async () => {
    openWindow();
    const section = await screen.findByTestId('office-work');
    expect(await rows()).toHaveLength(4);
    expect(section.querySelector('h2')?.textContent).toBe('例行事务');
    expect(section.textContent).toContain('逾期 1 件');
    const calls = await screen.findAllByTestId('task-row');
    expect(calls.some((call) => call.dataset.task === 'monthly')).toBe(false);
  });
  it('says calmly that there is none', async () => {
    openWindow('empty=1');
    expect((await screen.findByTestId('office-work')).textContent).toContain('没有要办的');
    expect(screen.queryByTestId('work-row')).toBeNull();
  });
  it('is folded away and stays so', async () => {
    const { user } = openWindow();
    await rows();
    await user.click(screen.getByTestId('work-fold'));
    expect(screen.queryByTestId('work-row')).toBeNull();
    expect(screen.getByTestId('work-fold').getAttribute('aria-expanded')).toBe('false');
  });
  it('is finished with one press, and taken back with Ctrl+Z', async () => {
    const { platform, user } = openWindow();
    await user.click(within(await row('report.weekly')).getByTestId('line-finish'));
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(platform.office.work.decisions[0]).toMatchObject({ task: 'report.weekly', note: '' });
    await screen.findByTestId('undo');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await rows()).toHaveLength(4));
    expect(platform.office.work.decisions[0]?.voided).toBe(true);
  });
  it('is finished by keyboard alone, with a remark and a day', async () => {
    const { platform, user } = openWindow();
    await open(user, 0);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('work-note')));
    await user.keyboard('abc');
    await user.clear(screen.getByTestId('work-day'));
    await user.type(screen.getByTestId('work-day'), '1008');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(platform.office.work.decisions[0]).toMatchObject({ task: 'report.weekly', note: 'abc', on: '2026-10-08' });
    expect(document.activeElement).toBe(await list());
  });
  it('is not finished on a day that is none', async () => {
    const { platform, user } = openWindow();
    await open(user, 0);
    await user.clear(screen.getByTestId('work-day'));
    await user.type(screen.getByTestId('work-day'), 'abc{Control>}{Enter}{/Control}');
    expect(platform.office.work.decisions).toHaveLength(0);
    expect(document.activeElement).toBe(screen.getByTestId('work-day'));
  });
  it('says beside the act why it was refused', async () => {
    const { user } = openWindow();
    await open(user, 0);
    await user.type(screen.getByTestId('work-note'), '#出错');
    await user.click(screen.getByTestId('work-act'));
    expect((await screen.findByTestId('finish-failed')).textContent).toContain('漏办');
  });
  it('finishes itself where it is counted', async () => {
    const { user } = openWindow();
    const sheet = await open(user, 3);
    await waitFor(() => expect(screen.getByTestId('step-sheet').dataset.task).toBe('visits'));
    expect(screen.getByTestId('step-sheet').textContent).toContain('已 2 位,要 5 位');
    expect(within(sheet).queryByTestId('work-act')).toBeNull();
  });
  it('leads back to the list with Escape', async () => {
    const { user } = openWindow();
    await open(user, 0);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('work-note')));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(await list());
  });
  it('gives the sheet back to the calls when the person turns to them', async () => {
    const { user } = openWindow();
    await open(user, 0);
    await user.click((await screen.findAllByTestId('task-row'))[1]!);
    expect(await screen.findByTestId('sheet')).toBeTruthy();
    expect(screen.queryByTestId('step-sheet')).toBeNull();
  });
  it('shows what was done, and takes it back with a reason', async () => {
    const { platform, user } = openWindow();
    await user.click(within(await row('report.monthly')).getByTestId('line-finish'));
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    await user.click(screen.getByTestId('work-done'));
    expect((await screen.findByTestId('done-row')).textContent).toContain('客户回访记录');
    await user.click(screen.getByTestId('done-undo'));
    expect(screen.getByTestId('undo-done-ok').hasAttribute('disabled')).toBe(true);
    await user.keyboard('点错了{Enter}');
    await waitFor(() => expect(platform.office.work.decisions[0]?.voided).toBe(true));
    expect((await screen.findByTestId('done-row')).dataset.voided).toBe('true');
  });
});

describe('a draw', () => {
  it('shows from how many is drawn before anybody is', async () => {
    const { platform, user } = openWindow();
    await user.click(within(await row('monthly')).getByTestId('line-draw'));
    expect((await screen.findByTestId('draw-population')).textContent).toBe('60 个');
    expect(screen.getByTestId('draw-take').textContent).toBe('10 个');
    expect(platform.office.work.draws).toHaveLength(0);
  });
  it('is made by keyboard with the hash that was seen, and shows who was drawn', async () => {
    const { platform, user } = openWindow();
    await open(user, 1);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('work-act')));
    await user.keyboard('{Enter}');
    await screen.findByTestId('draw-population');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('draw-agreed')));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await drawn()).toHaveLength(10);
    expect(platform.office.work.draws[0]?.row).toMatchObject({ agreed: false, hash: '9f2c41d07be3a685' });
    await waitFor(async () => expect(await rows()).toHaveLength(3));
  });
  it('is made with a seed that people agreed on', async () => {
    const { platform, user } = openWindow();
    await user.click(within(await row('monthly')).getByTestId('line-draw'));
    await user.click(await screen.findByTestId('draw-agreed'));
    expect(document.querySelector('#draw-ok')?.hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByTestId('draw-seed'), '3 5 1 6{Control>}{Enter}{/Control}');
    await drawn();
    expect(platform.office.work.draws[0]?.row).toMatchObject({ agreed: true, seed: '3 5 1 6' });
  });
  it('is not made by the Enter that confirms a candidate, nor by Enter alone', async () => {
    const { platform, user } = openWindow();
    await user.click(within(await row('monthly')).getByTestId('line-draw'));
    await user.click(await screen.findByTestId('draw-agreed'));
    await user.type(screen.getByTestId('draw-seed'), '3{Enter}');
    expect(platform.office.work.draws).toHaveLength(0);
  });
  it('lets the next rank take a place, with a reason', async () => {
    const { platform, user } = openWindow();
    await draw(user);
    const [first] = await drawn();
    await user.click(within(first!).getByTestId('drawn-replace'));
    await user.keyboard('{Enter}');
    expect(platform.office.work.draws[0]?.row.replaced).toBe(0);
    await user.keyboard('全家出国{Enter}');
    await waitFor(async () => expect(await drawn()).toHaveLength(11));
    expect((await drawn())[0]?.dataset.state).toBe('replaced');
    expect((await drawn())[0]?.textContent).toContain('全家出国');
    expect((await drawn())[10]?.textContent).toContain('11');
  });
  it('leaves the dialog open when Escape gives up a replacement', async () => {
    const { user } = openWindow();
    await draw(user);
    await user.click(screen.getAllByTestId('drawn-replace')[0]!);
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('replace')).toBeNull();
    expect(screen.getByTestId('drawn')).toBeTruthy();
  });
  it('is copied as a table, and printed with the whole ranking', async () => {
    const { platform, user } = openWindow();
    await draw(user);
    await user.click(screen.getByTestId('draw-copy'));
    const lines = (await navigator.clipboard.readText()).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[1]?.split('\t')[0]).toBe('1');
    await user.click(screen.getByTestId('draw-print'));
    await screen.findByTestId('paper-page');
    await user.click(screen.getByTestId('paper-1'));
    await user.click(await screen.findByTestId('paper-print'));
    await waitFor(() => expect(platform.opened[0]).toContain('抽样单 日常抽访 2026-10-09'));
    expect(platform.printed.at(-1)).toMatchObject({ cmd: 'print_draw', req: { whole: true } });
  });
  it('is written as a workbook and opened', async () => {
    const { platform, user } = openWindow();
    await draw(user);
    await user.click(screen.getByTestId('draw-export'));
    await user.click(await screen.findByTestId('draw-open'));
    expect(platform.opened[0]).toContain('抽样单 日常抽访 2026-10-09.xlsx');
  });
  it('is taken back only with approver and reason, and can be made again', async () => {
    const { platform, user } = openWindow();
    await draw(user);
    await user.click(screen.getByTestId('draw-void'));
    await user.type(screen.getByTestId('void-reason'), '名单不全');
    expect(screen.getByTestId('void-ok').hasAttribute('disabled')).toBe(true);
    fireEvent.mouseDown(screen.getByTestId('void-approver').querySelector('input')!);
    await user.click(await screen.findByText('周敏 · 客服主管'));
    await user.click(screen.getByTestId('void-ok'));
    expect((await screen.findByTestId('draw-voided')).textContent).toContain('名单不全');
    expect(platform.office.work.draws[0]?.row.voided).not.toBeNull();
    await waitFor(async () => expect(await rows()).toHaveLength(4));
    expect(screen.queryByTestId('drawn-replace')).toBeNull();
  });
  it('is found again among what was done', async () => {
    const { user } = openWindow();
    await draw(user);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('drawn')).toBeNull());
    await user.click(screen.getByTestId('work-done'));
    await user.click(within(await screen.findByTestId('done-draw')).getByRole('button'));
    expect(await drawn()).toHaveLength(10);
  });
});
