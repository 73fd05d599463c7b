import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow } from '../test/render';

async function openPolicies(query = '') {
  const opened = openWindow(query);
  await opened.user.click(await screen.findByTestId('nav-policy'));
  await screen.findByTestId('packs');
  return opened;
}
const type = (testId: string, text: string) => fireEvent.change(screen.getByTestId(testId), { target: { value: text } });
const press = (id: string) => fireEvent.click(document.getElementById(id)!);

it('folds seventy-six packs away by sector, what concerns the office first, and finds by the words of a clause', async () => {
  const { user } = await openPolicies('many=1');
  const headings = screen.getAllByTestId(/^sector-/).map((heading) => heading.dataset.testid);
  expect(headings.slice(0, 2)).toEqual(['sector-followed', 'sector-paused']);
  expect(screen.getAllByTestId(/^pack-0/).length).toBeLessThan(15);
  await user.type(screen.getByTestId('packs-find'), '签意见');
  await waitFor(() => expect(screen.getByTestId('pack-001-01').textContent).toContain('签意见'));
  type('packs-find', '没有这样的字');
  await waitFor(() => expect(within(screen.getByTestId('packs')).getByTestId('empty').textContent).toContain('没有这样的字'));
});

it('is walked by arrows, and folds with them', async () => {
  const { user } = await openPolicies();
  screen.getByTestId('packs-find').focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByTestId('pack-002-12'));
  await user.keyboard('{Home}{ArrowLeft}');
  expect(screen.queryByTestId('pack-002-12')).toBeNull();
  await user.keyboard('{ArrowRight}{ArrowDown}{Enter}');
  await waitFor(() => expect(screen.getByTestId('pack-text').textContent).toContain('物业分级'));
});

it('enables a pack only after its effect was seen, and asks again when something changed since', async () => {
  const { platform, user } = await openPolicies();
  await user.click(screen.getByTestId('pack-000-06'));
  const run = await screen.findByTestId<HTMLButtonElement>('change-run');
  expect(run.disabled).toBe(true);
  await user.click(screen.getByTestId('preview-run'));
  await screen.findByTestId('load-chart');
  expect(screen.getByTestId('preview-new').textContent).toContain('312');
  await waitFor(() => expect(run.disabled).toBe(false));
  type('param-move_in_within', '14');
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('change-run').disabled).toBe(true));
  expect(platform.asked).not.toContain('change_policy');
  await user.click(screen.getByTestId('preview-run'));
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('change-run').disabled).toBe(false));
  await user.click(screen.getByTestId('change-run'));
  await waitFor(() => expect(screen.getByTestId('notice-text').textContent).toContain('已启用'));
  await waitFor(() => expect(screen.getByTestId('sector-followed').textContent).toContain('2'));
});

it('opens the first twenty names of a list', async () => {
  const { user } = await openPolicies();
  await user.click(screen.getByTestId('pack-000-06'));
  await user.click(await screen.findByTestId('preview-run'));
  await user.click(await screen.findByTestId('preview-new'));
  expect((await screen.findByTestId('preview-names')).childElementCount).toBe(20);
});

it('says beside the parameter what is wrong with it', async () => {
  const { user } = await openPolicies();
  await screen.findByTestId('params');
  type('param-fix_within', '');
  await user.click(screen.getByTestId('preview-run'));
  await waitFor(() => expect(within(screen.getByTestId('params')).getByRole('alert').textContent).toContain('应是一段时间'));
  expect(screen.getByTestId<HTMLButtonElement>('change-run').disabled).toBe(true);
});

it('pauses with a reason and a look at what goes', async () => {
  const { platform, user } = await openPolicies();
  await user.click(await screen.findByTestId('pack-pause'));
  await screen.findByTestId('pause');
  press('pause-ok');
  expect(platform.asked).not.toContain('change_policy');
  type('pause-reason', '改版');
  await user.click(screen.getByTestId('pause-look'));
  await screen.findByTestId('load-chart');
  press('pause-ok');
  await waitFor(() => expect(screen.getByTestId('sector-paused').textContent).toContain('2'));
});

it('copies a pack, tells its mistakes while it is written, and saves it when the stories may go', async () => {
  const { platform, user } = await openPolicies();
  await user.click(await screen.findByTestId('pack-copy'));
  await screen.findByTestId('copy-id');
  press('copy-ok');
  await user.click(await screen.findByTestId('pack-edit'));
  const source = await screen.findByTestId<HTMLTextAreaElement>('pack-source');
  const text = source.value;
  type('pack-source', text.replace('3 days', 'soon'));
  await user.click(await screen.findByTestId('fault'));
  expect(source.value.slice(0, source.selectionStart).split('\n').length).toBe(14);
  expect(localStorage.getItem('pack-draft/002-12-本单位')).toContain('soon');
  type('pack-source', text.replace('3 days', '5 days'));
  await user.click(await screen.findByTestId('drop-stories'));
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('pack-save').disabled).toBe(false));
  await user.click(screen.getByTestId('pack-save'));
  await screen.findByTestId('change-panel');
  expect(platform.asked).toContain('save_pack');
  expect(localStorage.getItem('pack-draft/002-12-本单位')).toBeNull();
});

it('sets two packs side by side, what is the same on demand', async () => {
  const { user } = await openPolicies();
  await user.click(await screen.findByTestId('pack-compare'));
  await waitFor(() => expect(screen.getAllByTestId('compare-row')).toHaveLength(3));
  await user.click(screen.getByTestId('compare-same'));
  expect(screen.getAllByTestId('compare-row')).toHaveLength(4);
});

it('reads a year of holidays from a file, and saves it after a look', async () => {
  const { user } = await openPolicies();
  await user.click(screen.getByTestId('holidays-open'));
  await user.click(await screen.findByTestId('holidays-read'));
  await waitFor(() => expect(screen.getAllByTestId('holiday-day')).toHaveLength(2));
  await user.click(screen.getByTestId('holidays-look'));
  await screen.findByTestId('load-chart');
  await user.click(screen.getByTestId('holidays-save'));
  await waitFor(() => expect(screen.getByTestId('year-2027').dataset.known).toBe('true'));
});

it('waives a backlog with approver and reason, and takes it back', async () => {
  const { platform, user } = await openPolicies();
  await user.click(await screen.findByTestId('backlog-waive'));
  type('reason', '启用前的旧账');
  press('reason-ok');
  expect(platform.asked).not.toContain('waive_backlog');
  fireEvent.mouseDown(screen.getByTestId('waive-approver').querySelector('input')!);
  await user.click(await screen.findByText('周敏 · 客服主管'));
  press('reason-ok');
  await user.click(await screen.findByTestId('waiver-undo'));
  await waitFor(() => expect(screen.getByTestId('backlog').textContent).toContain('已撤回'));
});

it('says calmly that there is no pack', async () => {
  await openPolicies('empty=1');
  expect(screen.getAllByTestId('empty').length).toBeGreaterThan(0);
});
