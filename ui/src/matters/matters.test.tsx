import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useRoute } from '../desk/route';
import { openWindow } from '../test/render';

/** The window on the page of matters. */
async function started(query = '') {
  const window = openWindow(query);
  await window.user.click(await screen.findByTestId('nav-matters'));
  await screen.findByTestId('matters-page');
  return window;
}

const registered = (platform: ReturnType<typeof openWindow>['platform']) => platform.asked.filter((command) => command === 'register_matter').length;

it('registers a complaint of a known client with few keys besides the text', async () => {
  const { platform, user } = openWindow();
  await screen.findByTestId('task-list');
  const presses: string[] = [];
  const press = async (...keys: string[]) => {
    presses.push(...keys);
    for (const key of keys) await user.keyboard(key);
  };
  await press('{Control>}n{/Control}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('matter-who')));
  await user.keyboard('oysz');
  await screen.findAllByTestId('matter-who-client');
  await press('{Enter}');
  expect(screen.getByTestId('matter-who-chosen').textContent).toContain('欧阳淑贞');
  // 1 is a complaint, 2 is important; then the text.
  await press('1');
  await press('2');
  expect(document.activeElement).toBe(screen.getByTestId('matter-field-topic'));
  await user.keyboard('电梯故障');
  const foresight = await screen.findByTestId('matter-foresight');
  expect(foresight.textContent).toContain('处理完毕后 3 个工作日内电话回访(客服专员)');
  await press('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByTestId('new-matter')).toBeNull());
  expect(registered(platform)).toBe(1);
  expect(presses.length).toBeLessThanOrEqual(25);
  expect((await screen.findByTestId('notice-text')).textContent).toMatch(/已登记投诉 TS26\d{4}/);
});

it('opens by Ctrl+N from anywhere, and not over a dialog', async () => {
  const { user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  await screen.findByTestId('new-matter');
  await user.keyboard('{Control>}n{/Control}');
  expect(screen.getAllByTestId('new-matter')).toHaveLength(1);
});

it('finds the client of a caller by the number that was pasted', async () => {
  const { user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  const who = await screen.findByTestId('matter-who');
  await user.click(who);
  await user.paste('138 1234 6621');
  await screen.findAllByTestId('matter-who-client');
  await user.keyboard('{Enter}');
  expect(screen.getByTestId('matter-who-chosen').textContent).toContain('欧阳淑贞');
});

it('makes a new client of a number that nobody has, in the same step', async () => {
  const { platform, user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  await user.click(await screen.findByTestId('matter-who'));
  await user.paste('13700001234');
  await screen.findByTestId('matter-who-new');
  await waitFor(() => expect(screen.queryAllByTestId('matter-who-client')).toHaveLength(0));
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByTestId('matter-new-name'));
  await user.keyboard('何先生{Enter}{Enter}11');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(registered(platform)).toBe(1));
});

it('leaves the choice where several have what was typed', async () => {
  const { user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  await screen.findByTestId('matter-who');
  await user.keyboard('zhou');
  await waitFor(() => expect(screen.getAllByTestId('matter-who-client').length).toBeGreaterThan(1));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(screen.getByTestId('matter-who-chosen')).toBeTruthy();
});

it('says what is missing beside the field, and writes nothing', async () => {
  const { platform, user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  await screen.findByTestId('matter-who');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('请选客户;没有留名的选“不留姓名”')).toBeTruthy();
  expect(screen.getByText('请选是什么事')).toBeTruthy();
  expect(registered(platform)).toBe(0);
});

it('keeps what was half written when the dialog is closed', async () => {
  const { user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  await screen.findByTestId('matter-who');
  await user.keyboard('oysz');
  await screen.findAllByTestId('matter-who-client');
  await user.keyboard('{Enter}{Escape}');
  await waitFor(() => expect(screen.queryByTestId('new-matter')).toBeNull());
  await user.keyboard('{Control>}n{/Control}');
  expect((await screen.findByTestId('matter-who-chosen')).textContent).toContain('欧阳淑贞');
  expect(screen.getByText('这是上次没有登记完的。')).toBeTruthy();
});

it('takes a registration back by Ctrl+Z', async () => {
  const { platform, user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  await screen.findByTestId('matter-who');
  await user.keyboard('oysz');
  await screen.findAllByTestId('matter-who-client');
  await user.keyboard('{Enter}11{Control>}{Enter}{/Control}');
  await screen.findByTestId('undo');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(platform.asked).toContain('edit_matter'));
  await user.click(screen.getByTestId('open-bin'));
  expect(await screen.findAllByTestId('struck-matter')).toHaveLength(1);
});

it('shows a column for each stage, walks by arrows, opens by Enter', async () => {
  const { user } = await started();
  const first = await screen.findByTestId('cards-received');
  await waitFor(() => expect(document.activeElement).toBe(first));
  const cards = within(screen.getByTestId('column-received')).getAllByTestId('matter-card');
  await user.keyboard('{ArrowDown}');
  expect(cards[1]?.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('cards-handled')));
  const wanted = within(screen.getByTestId('column-handled')).getAllByTestId('matter-card')[0]!.dataset.matter;
  await user.keyboard('{Enter}');
  expect((await screen.findByTestId('matter-page')).dataset.matter).toBe(wanted);
});

it('writes down by a digit that a card has come to a milestone, and moves it', async () => {
  const { user } = await started();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('cards-received')));
  const card = within(screen.getByTestId('column-received')).getAllByTestId('matter-card')[0]!;
  const id = card.dataset.matter!;
  await user.keyboard('1');
  await screen.findByTestId('milestone-dialog');
  expect((await screen.findByTestId('matter-foresight')).textContent).toContain('投诉回访');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(within(screen.getByTestId('column-handled')).getAllByTestId('matter-card').map((one) => one.dataset.matter)).toContain(id));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(within(screen.getByTestId('column-received')).getAllByTestId('matter-card').map((one) => one.dataset.matter)).toContain(id));
});

it('filters by department and by what is overdue, and shows the same as a list', async () => {
  const { user } = await started();
  const before = (await screen.findAllByTestId('matter-card')).length;
  await user.click(screen.getByTestId('matters-overdue'));
  await waitFor(() => expect(screen.queryAllByTestId('matter-card').length).toBeLessThan(before));
  await user.click(screen.getByTestId('matters-overdue'));
  await user.click(screen.getByTestId('matters-layout-2'));
  await screen.findByTestId('matter-list');
  expect((await screen.findAllByTestId('matter-row')).length).toBeGreaterThan(3);
});

it('draws a board of three hundred thousand matters by what is on screen', async () => {
  await started('many=1');
  await screen.findAllByTestId('matter-card');
  expect(Number(screen.getByTestId('matters-complaint').querySelector('b')?.textContent)).toBeGreaterThan(50_000);
  expect(screen.getAllByTestId('matter-card').length).toBeLessThan(80);
});

it('corrects and strikes out a milestone only with a reason, and puts it back', async () => {
  const { platform, user } = await started();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('cards-received')));
  await user.keyboard('1');
  await screen.findByTestId('milestone-dialog');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByTestId('milestone-dialog')).toBeNull());
  const handled = await screen.findByTestId('cards-handled');
  handled.focus();
  await user.dblClick(within(handled).getAllByTestId('matter-card')[0]!);
  await screen.findByTestId('matter-page');
  const steps = screen.getAllByTestId('milestone');
  await user.click(within(steps.at(-1)!).getByTestId('milestone-menu'));
  await user.click(await screen.findByTestId('strike-milestone'));
  await screen.findByTestId('reason');
  const writes = platform.asked.filter((command) => command === 'edit_matter').length;
  await user.click(document.getElementById('reason-ok')!);
  expect(platform.asked.filter((command) => command === 'edit_matter')).toHaveLength(writes);
  await user.type(screen.getByTestId('reason'), '点错了');
  await user.click(document.getElementById('reason-ok')!);
  expect((await screen.findByTestId('struck-milestone')).textContent).toContain('点错了');
  await user.click(screen.getByTestId('restore-milestone'));
  await waitFor(() => expect(screen.queryByTestId('struck-milestone')).toBeNull());
});

it('moves a matter to the right client, with a reason', async () => {
  const { user } = await started();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('cards-received')));
  await user.keyboard('{Enter}');
  await screen.findByTestId('matter-page');
  await user.click(await screen.findByTestId('move-matter'));
  fireEvent.change(await screen.findByTestId('move-to'), { target: { value: 'oysz' } });
  await user.click((await screen.findAllByTestId('move-to-client'))[0]!);
  await user.type(screen.getByTestId('reason'), '登记错了户');
  await user.click(document.getElementById('reason-ok')!);
  await waitFor(() => expect(screen.getByTestId('matter-client').textContent).toBe('欧阳淑贞'));
});

it('corrects fields, and a struck-out matter comes back from the bin', async () => {
  const { user } = await started();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('cards-received')));
  await user.keyboard('{Enter}');
  const page = await screen.findByTestId('matter-page');
  const id = page.dataset.matter;
  await user.click(await screen.findByTestId('correct-matter'));
  fireEvent.change(await screen.findByTestId('matter-field-category'), { target: { value: '设施' } });
  await user.click(document.getElementById('correct-ok')!);
  await waitFor(() => expect(screen.getByTestId('matter-page').textContent).toContain('设施'));
  await user.click(screen.getByTestId('strike-matter'));
  await user.type(await screen.findByTestId('reason'), '重复登记');
  await user.click(document.getElementById('reason-ok')!);
  await screen.findByTestId('matters-page');
  await user.click(screen.getByTestId('open-bin'));
  expect((await screen.findByTestId('struck-matter')).textContent).toContain('重复登记');
  await user.click(screen.getByTestId('restore-matter'));
  await waitFor(() => expect(screen.queryByTestId('struck-matter')).toBeNull());
  await waitFor(() => expect(screen.getAllByTestId('matter-card').map((card) => card.dataset.matter)).toContain(id));
});

it('says calmly that there is nothing yet', async () => {
  await started('empty=1');
  expect(await screen.findByText('还没有这种事项')).toBeTruthy();
});

it('leaves keys to the input method', async () => {
  const { user } = await started();
  await user.keyboard('{Control>}n{/Control}');
  const who = await screen.findByTestId('matter-who');
  await user.keyboard('oysz');
  await screen.findAllByTestId('matter-who-client');
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    fireEvent.keyDown(who, { key: 'Enter', ...composing });
    fireEvent.keyDown(who, { key: 'Enter', ctrlKey: true, ...composing });
  }
  expect(screen.queryByTestId('matter-who-chosen')).toBeNull();
  expect(useRoute.getState().route.page).toBe('matters');
});
