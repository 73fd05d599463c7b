import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useRoute } from '../desk/route';
import { useThemeChoice } from '../desk/theme';
import { openWindow } from '../test/render';
import { maskBefore } from '../shared/mask';

const box = () => screen.getByTestId<HTMLInputElement>('client-search');
const options = () => within(screen.getByRole('listbox', { name: '搜索' })).getAllByRole('option');
const lead = '{Control>}k{/Control}';

/** The window with the focus in its list. */
async function started(query = '') {
  const window = openWindow(query);
  const list = await screen.findByTestId('task-list');
  list.focus();
  return { ...window, list };
}

// Convention 1: one search box for everything.
it('1: opens with Ctrl+K and F3 from anywhere, and gives the focus back on Escape', async () => {
  const { user, list } = await started();
  for (const key of [lead, '{F3}']) {
    await user.keyboard(key);
    expect(document.activeElement).toBe(box());
    expect(screen.getByRole('listbox', { name: '搜索' })).toBeTruthy();
    await user.keyboard('lin{Escape}');
    expect(document.activeElement).toBe(list);
    expect(box().value).toBe('');
    expect(screen.queryByRole('listbox', { name: '搜索' })).toBeNull();
  }
});

it('1: finds by initials, marks the part, says how it is read', async () => {
  const { user } = await started();
  await user.keyboard(`${lead}oysz`);
  const hit = (await screen.findAllByTestId('client-hit'))[0]!;
  await waitFor(() => expect(within(hit).getByText('ou yang shu zhen')).toBeTruthy());
  expect(hit.querySelector('mark')?.textContent).toBe('欧阳淑贞');
});

it('1: groups clients, matters and commands', async () => {
  const { user } = await started();
  await user.keyboard(`${lead}TS26`);
  await screen.findAllByTestId('matter-hit');
  expect(screen.getByRole('group', { name: '事项' })).toBeTruthy();
  await user.clear(box());
  await user.keyboard('daoru');
  await waitFor(() => expect(screen.getAllByTestId('command-hit')).toHaveLength(1));
  expect(screen.getByRole('group', { name: '命令' })).toBeTruthy();
});

it('marks what was typed of a telephone number and hides the rest', async () => {
  const { user } = await started();
  await user.keyboard(`${lead}6621`);
  await waitFor(() => expect(screen.getAllByTestId('client-hit')[0]?.textContent).toContain('138****6621'));
  expect(screen.getAllByTestId('client-hit')[0]?.querySelector('mark')?.textContent).toBe('6621');
  expect(maskBefore('138', 11)).toBe('138');
  expect(maskBefore('12', 6)).toBe('**');
});

it('shows a match that stands at the end of a long name', async () => {
  const { user } = await started();
  await user.keyboard(`${lead}分公司`);
  const hit = (await screen.findAllByTestId('client-hit'))[0]!;
  expect(hit.querySelector('b')?.textContent).toBe('…公司第三分公司');
  expect(within(hit).getByTitle('上海万通达物业商业管理有限公司第三分公司')).toBeTruthy();
});

it('lists nothing, chooses nothing and closes nothing while the input method composes', async () => {
  const { user } = await started();
  await user.keyboard(`${lead}oysz`);
  await screen.findAllByTestId('client-hit');
  const before = useRoute.getState().route;
  // Chromium says that it composes; WebKit says so by the key code alone.
  for (const composing of [{ isComposing: true }, { keyCode: 229 }]) {
    for (const key of ['Enter', 'Escape', 'ArrowDown']) fireEvent.keyDown(box(), { key, ...composing });
  }
  expect(useRoute.getState().route).toEqual(before);
  expect(options()[0]?.getAttribute('aria-selected')).toBe('true');
  fireEvent.keyDown(box(), { key: 'Enter', keyCode: 13 });
  expect((await screen.findByTestId('client-page')).dataset.client).toBe('c1');
});

it('opens what was typed, however quickly Enter follows', async () => {
  const { user } = await started();
  await user.keyboard(`${lead}YZ10001{Enter}`);
  expect((await screen.findByTestId('client-page')).dataset.client).toBe('c1');
});

it('walks with the arrows over all groups and opens a matter', async () => {
  const { user } = await started();
  await user.keyboard(`${lead}TS26`);
  const matters = await screen.findAllByTestId('matter-hit');
  await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
  expect(matters[0]?.getAttribute('aria-selected')).toBe('true');
  expect(box().getAttribute('aria-activedescendant')).toBe(matters[0]?.id);
  await user.keyboard('{Enter}');
  await screen.findByTestId('matter-page');
});

it('runs commands: to a page by its initials, the theme with the focus back', async () => {
  const { user, list } = await started();
  await user.keyboard(`${lead}shense`);
  await screen.findByText('明暗:深色');
  await waitFor(() => expect(options()).toHaveLength(1));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(useThemeChoice.getState().choice).toBe('dark'));
  expect(document.activeElement).toBe(list);
  useThemeChoice.setState({ choice: 'system' });
  await user.keyboard(`${lead}zd`);
  await screen.findByText('打开制度');
  await waitFor(() => expect(options()[0]?.textContent).toContain('制度'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(useRoute.getState().route.page).toBe('policy'));
});

it('lists the clients opened lately, the last one first, while nothing is typed', async () => {
  const { user } = await started();
  for (const no of ['YZ10003', 'YZ10001']) {
    await user.keyboard(`${lead}${no}{Enter}`);
    await waitFor(() => expect(screen.getByTestId('client-page').dataset.client).toBe(`c${Number(no.slice(-1))}`));
  }
  await user.keyboard(lead);
  await waitFor(() => expect(screen.getAllByTestId('client-hit')).toHaveLength(2));
  expect(screen.getByRole('group', { name: '最近打开' })).toBeTruthy();
  expect(screen.getAllByTestId('client-hit')[0]?.textContent).toContain('YZ10001');
  expect(JSON.stringify(localStorage)).not.toContain('欧阳');
});

it('says so where nobody is found', async () => {
  const { user } = await started('?empty=1');
  await user.keyboard(`${lead}qqqq`);
  expect(await screen.findByText(/没有找到“qqqq”/)).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(useRoute.getState().route.page).toBe('worklist');
});

it('searches though the browser believes that it is offline', async () => {
  const { user } = await started();
  window.dispatchEvent(new Event('offline'));
  await user.keyboard(`${lead}oysz`);
  expect((await screen.findAllByTestId('client-hit')).length).toBeGreaterThan(0);
  window.dispatchEvent(new Event('online'));
});
