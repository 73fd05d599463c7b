import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow } from '../test/render';

it('finds a client from anywhere and opens the page by Enter', async () => {
  const { user } = openWindow();
  await screen.findByTestId('task-list');
  await user.keyboard('{Control>}k{/Control}');
  expect(document.activeElement).toBe(screen.getByTestId('client-search'));
  await user.keyboard('YZ10001');
  await screen.findAllByTestId('client-hit');
  await user.keyboard('{Enter}');
  expect((await screen.findByTestId('client-page')).dataset.client).toBe('c1');
  expect(screen.getByTestId('why')).toBeTruthy();
});

it('starts a call from the page of the client', async () => {
  const { user } = openWindow();
  await user.click(await screen.findByTestId('nav-clients'));
  await user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
  await user.click((await screen.findAllByTestId('start-task'))[0]!);
  await screen.findByTestId('sheet');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('outcome-1')));
});

it('says that only one task is listed, and leads back to the list as it was', async () => {
  const { user } = openWindow();
  await screen.findAllByTestId('task-row');
  await user.click(await screen.findByTestId('nav-clients'));
  await user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
  await user.click((await screen.findAllByTestId('start-task'))[0]!);
  await screen.findByTestId('worklist-only');
  await waitFor(() => expect(screen.getAllByTestId('task-row')).toHaveLength(1));
  const task = screen.getByTestId('task-row').dataset.task;
  await user.click(screen.getByTestId('worklist-clear'));
  await waitFor(() => expect(screen.getAllByTestId('task-row').length).toBeGreaterThan(1));
  expect(screen.queryByTestId('worklist-only')).toBeNull();
  expect(screen.getByTestId('tab-overdue').getAttribute('aria-selected')).toBe('true');
  const selected = screen.getAllByTestId('task-row').find((row) => row.getAttribute('aria-selected') === 'true');
  expect(selected?.dataset.task).toBe(task);
});

it('offers a letter in reply for complaints only', async () => {
  const { user } = openWindow();
  await user.click(await screen.findByTestId('nav-clients'));
  await user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
  const items = await screen.findAllByTestId('timeline-item');
  const menus = items.filter((item) => item.dataset.kind === 'matter' && within(item).queryByTestId('item-menu'));
  expect(menus).toHaveLength(1);
  await user.click(within(menus[0]!).getByTestId('item-menu'));
  expect(await screen.findByTestId('reply-only')).toBeTruthy();
});

it('masks telephone numbers that somebody wrote into the story, and notes who looks', async () => {
  const { platform, user } = openWindow();
  await user.click(await screen.findByTestId('nav-clients'));
  await user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
  const written = within(await screen.findByTestId('timeline')).getByTestId('written');
  expect(written.textContent).toContain('改打女儿 139****5432,也没人接');
  await user.click(within(written).getByTestId('written-reveal'));
  await waitFor(() => expect(written.textContent).toContain('改打女儿 13998765432'));
  expect(platform.lock.revealed).toEqual(['c1']);
});

it('strikes out a record only with a reason', async () => {
  const { platform, user } = openWindow();
  await user.click(await screen.findByTestId('nav-clients'));
  await user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
  const items = await screen.findAllByTestId('timeline-item');
  const record = items.find((item) => item.dataset.kind === 'record')!;
  await user.click(within(record).getByTestId('item-menu'));
  await user.click(await screen.findByTestId('void-record'));
  await screen.findByTestId('reason');
  await user.click(document.getElementById('reason-ok')!);
  expect(platform.asked).not.toContain('void_record');
});

it('writes down that a problem was rectified', async () => {
  const { platform, user } = openWindow();
  await user.click(await screen.findByTestId('nav-problems'));
  const list = await screen.findByTestId('problem-list');
  list.focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByTestId('rectify-note'));
  await user.keyboard('ok{Control>}{Enter}{/Control}');
  await waitFor(() => expect(platform.office.problems[0]?.state).toBe('to_recheck'));
});

it('looks at files before it imports them, and takes an import back', async () => {
  const { platform, user } = openWindow();
  await user.click(await screen.findByTestId('nav-import'));
  fireEvent.change(await screen.findByTestId('import-paths'), { target: { value: '/a/one.xlsx\n"/a/two.csv"' } });
  await user.click(screen.getByTestId('import-check'));
  const imports = platform.office.imports.length;
  await screen.findAllByTestId('import-file', undefined, { timeout: 8000 });
  expect(screen.getAllByTestId('import-file')).toHaveLength(2);
  expect(platform.office.imports).toHaveLength(imports);
  await user.click(screen.getByTestId('import-run'));
  await screen.findByTestId('import-done', undefined, { timeout: 8000 });
  expect(platform.office.imports).toHaveLength(imports + 2);
  await waitFor(() => expect(screen.getAllByTestId('import-past')).toHaveLength(imports + 2));
  await user.click(screen.getAllByTestId('import-undo')[0]!);
  await user.click(await waitFor(() => document.getElementById('undo-ok')!));
  await screen.findByText(/欧阳淑贞/);
});

it('exports the report to the path that stands there, and opens it', async () => {
  const { platform, user } = openWindow();
  await user.click(await screen.findByTestId('nav-report'));
  const path = await screen.findByTestId('export-path');
  fireEvent.change(path, { target: { value: '/home/office/out.xlsx' } });
  await user.click(screen.getByTestId('export'));
  await user.click(await screen.findByTestId('open-file'));
  expect(platform.opened).toEqual(['/home/office/out.xlsx']);
});

it('opens the list behind a figure', async () => {
  const { user } = openWindow();
  await user.click(await screen.findByTestId('nav-report'));
  await user.click(await screen.findByTestId('figure-coverage'));
  expect((await screen.findAllByTestId('figure-row')).length).toBeGreaterThan(0);
});

it('shows the text of a policy', async () => {
  const { user } = openWindow();
  await user.click(await screen.findByTestId('nav-policy'));
  await user.click(await screen.findByTestId('pack-003-04'));
  await waitFor(() => expect(screen.getByTestId('pack-text').textContent).toContain('办公大楼'));
});

it('shows the start page while no office is open, and what is wrong with a folder', async () => {
  const { user } = openWindow('start=1');
  await user.type(await screen.findByTestId('open-path'), '/坏');
  await user.click(screen.getByTestId('open-path-go'));
  expect((await screen.findByTestId('failed')).dataset.code).toBe('not_an_office');
  await user.click(screen.getAllByTestId('recent')[0]!);
  await screen.findByTestId('task-list');
});

it('asks who works, once, and can do without', async () => {
  const { user } = openWindow('nobody=1');
  await screen.findByTestId('who-works');
  await user.click(screen.getByTestId('who-later'));
  await screen.findByTestId('task-list');
  expect(screen.getByTestId('who').textContent).not.toContain('林晓');
});

it('decides about a task only with a reason and a day', async () => {
  const { platform, user } = openWindow();
  await screen.findByTestId('sheet');
  await user.click(screen.getByTestId('task-menu'));
  await user.click(await screen.findByTestId('decide-reschedule'));
  await user.type(await screen.findByTestId('decide-day'), '+3');
  await user.click(document.getElementById('decide-ok')!);
  expect(platform.asked).not.toContain('decide');
  await user.type(screen.getByTestId('decide-reason'), 'x');
  await user.click(document.getElementById('decide-ok')!);
  await waitFor(() => expect(platform.asked).toContain('decide'));
});
