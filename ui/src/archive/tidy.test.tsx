import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow } from '../test/render';

async function openTidy(query = '') {
  const opened = openWindow(query);
  await opened.user.click(await screen.findByTestId('nav-clients'));
  await opened.user.click(await screen.findByTestId('go-tidy'));
  await screen.findByTestId('tidy');
  return opened;
}

it('merges a pair side by side by keyboard, and takes the merge back', async () => {
  const { platform, user } = await openTidy();
  const pairs = await screen.findAllByTestId('pair');
  await user.click(within(pairs[0]!).getByTestId('pair-merge'));
  await screen.findByTestId('merge');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('merge-keep-1')));
  await user.keyboard('1');
  expect(document.activeElement).toBe(screen.getByTestId('merge-name-1'));
  await user.keyboard('2');
  expect(screen.getByTestId('merge-name-2').getAttribute('aria-checked')).toBe('true');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getAllByTestId('pair')).toHaveLength(pairs.length - 1));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(screen.getAllByTestId('pair')).toHaveLength(pairs.length));
  expect(platform.asked).toContain('part_clients');
});

it('says that a doubt is none only with a reason, and doubts again by undo', async () => {
  const { platform, user } = await openTidy();
  await user.click(await screen.findByTestId('tidy-id_number'));
  await user.click(screen.getByTestId('doubt-accept'));
  await user.click(await waitFor(() => document.getElementById('reason-ok')!));
  expect(platform.asked).not.toContain('accept_doubt');
  await user.type(screen.getByTestId('reason'), '证件登记有误');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByTestId('tidy-id_number')).toBeNull());
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByTestId('tidy-id_number');
});

it('opens the form of a client from his doubt', async () => {
  const { user } = await openTidy();
  await user.click(await screen.findByTestId('tidy-missing'));
  await user.click(screen.getByTestId('doubt-edit'));
  expect(await screen.findByTestId('client-form')).toBeTruthy();
});

it('says what to expect where nothing is doubtful', async () => {
  await openTidy('empty=1');
  expect(await screen.findByText('没有要核对的资料')).toBeTruthy();
});

it('keeps the fields of the office own in their order', async () => {
  const { user } = openWindow();
  await user.click(await screen.findByTestId('nav-clients'));
  await user.click(await screen.findByTestId('own-fields'));
  await screen.findAllByTestId('own-field');
  await user.click(screen.getByTestId('own-add'));
  await user.type(screen.getByTestId('own-1-label'), '车位数');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByTestId('own-field')).toBeNull());
  await user.keyboard('{F2}');
  expect(await screen.findByTestId('field-own_1')).toBeTruthy();
});
