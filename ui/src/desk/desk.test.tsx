import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow } from '../test/render';

it('says in the title how much is due', async () => {
  openWindow();
  await waitFor(() => expect(document.title).toMatch(/^回访台 \(\d+\) · /));
  const counted = within(screen.getByTestId('nav-worklist')).getByText(/\d+/).textContent;
  expect(document.title).toContain(`(${counted})`);
});

it('counts beside the menu by what is due, and does not ask the worklist for that', async () => {
  const { platform, user } = openWindow();
  await user.click(await screen.findByTestId('nav-about'));
  await user.keyboard('{Control>}n{/Control}');
  await screen.findByTestId('matter-who');
  await user.keyboard('oysz');
  await screen.findAllByTestId('matter-who-client');
  platform.asked.length = 0;
  await user.keyboard('{Enter}11{Control>}{Enter}{/Control}');
  await waitFor(() => expect(platform.asked).toContain('due_now'));
  expect(platform.asked).not.toContain('worklist');
  const { overdue, today, problems } = await platform.call('due_now', {});
  expect(within(screen.getByTestId('nav-problems')).getByText(String(problems))).toBeTruthy();
  expect(within(screen.getByTestId('nav-worklist')).getByText(String(overdue + today))).toBeTruthy();
});

it('reminds of promised call-backs, leads to them, and does not say it twice', async () => {
  const { user } = openWindow();
  await user.click(await screen.findByTestId('reminder-look'));
  await waitFor(() => expect(screen.getByTestId('tab-call_back').getAttribute('aria-selected')).toBe('true'));
  expect(screen.queryByTestId('reminder')).toBeNull();
});

it('asks once whether to start with the system, and only where the system can', async () => {
  const { platform, user } = openWindow('empty=1');
  await user.click(await screen.findByTestId('pin-offer-later'));
  await user.click(await screen.findByTestId('autostart-yes'));
  await waitFor(() => expect(platform.shell.kept.starts_with_system).toBe(true));
  expect(screen.queryByTestId('autostart-question')).toBeNull();
});

it('draws larger and smaller by Ctrl + and -, as each person likes it', async () => {
  const { platform, user } = openWindow();
  await screen.findByTestId('who');
  await user.keyboard('{Control>}={/Control}{Control>}={/Control}');
  expect(platform.shell.zoom).toBe(1.25);
  await user.click(screen.getByTestId('who'));
  await user.click(await screen.findByTestId('staff-s4'));
  await waitFor(() => expect(screen.getByTestId('who').textContent).toContain('孙丽'));
  await user.keyboard('{Control>}0{/Control}');
  expect(platform.shell.zoom).toBe(1);
  await user.click(screen.getByTestId('who'));
  await user.click(await screen.findByTestId('staff-s1'));
  await waitFor(() => expect(platform.shell.zoom).toBe(1.25));
});

it('shows its settings with Ctrl+comma, and they take effect at once', async () => {
  const { platform, user } = openWindow();
  await screen.findByTestId('who');
  await user.keyboard('{Control>},{/Control}');
  await screen.findByTestId('settings');
  await user.click(screen.getByTestId('size-3'));
  expect(platform.shell.zoom).toBe(1.5);
  await user.click(await screen.findByTestId('tray-1'));
  await waitFor(() => expect(platform.shell.kept.stays_in_tray).toBe(true));
  await user.click(screen.getByTestId('idle-3'));
  expect(localStorage.getItem('huifang.idleMinutes')).toBe('10');
});

it('lists every key with F1 and with ?, but not while somebody types a question mark', async () => {
  const { user } = openWindow();
  const find = await screen.findByTestId('worklist-find');
  await user.type(find, '?');
  expect(screen.queryByTestId('keys-dialog')).toBeNull();
  await user.keyboard('{F1}');
  const keys = (await screen.findByTestId('keys-dialog')).textContent;
  for (const name of ['Ctrl L', 'F2', 'F4改派选中的几行', 'F6改期选中的几行', 'F7免访选中的几行']) expect(keys).toContain(name);
});
