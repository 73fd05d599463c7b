import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openWindow } from '../test/render';

async function openMessages(query = '') {
  const { platform, user } = openWindow(query);
  await user.click(await screen.findByTestId('nav-messages'));
  return { platform, user };
}

const total = () => screen.getByTestId('message-total').textContent;
const textOf = (id: string) => screen.findAllByTestId('message-text').then((rows) => rows.find((row) => row.dataset.text === id)!);

it('shows what each of them would get, from a text and a list', async () => {
  const { user } = await openMessages();
  await user.click(await textOf('shipped/festival'));
  await user.click(screen.getByTestId('message-to-2'));
  await waitFor(() => expect(screen.getAllByTestId('message-row')[0]!.textContent).toContain('重阳节将至'));
  expect(screen.getByTestId<HTMLSelectElement>('message-festival').value).toBe('double_ninth');
  expect(screen.getByTestId('skipped').textContent).toContain('不再联系:家属要求');
});

it('marks as sent, remembers whom, and takes it back', async () => {
  const { platform, user } = await openMessages();
  await user.click(await textOf('shipped/festival'));
  await user.click(screen.getByTestId('message-to-2'));
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('mark-sent').disabled).toBe(false));
  await waitFor(() => expect(total()).toBe('53 人收得到'));
  await user.click(screen.getByTestId('mark-sent'));
  await waitFor(() => expect(total()).toBe('0 人收得到'));
  expect(screen.getByTestId('skipped').textContent).toContain('10-09 已发「节日问候」');
  await user.click(screen.getByTestId('send-again'));
  await waitFor(() => expect(total()).toBe('53 人收得到'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(platform.asked).toContain('undo_sent'));
});

it('names a placeholder that nobody knows, and lets nothing be sent', async () => {
  const { user } = await openMessages();
  await user.type(await screen.findByTestId('message-words'), '{{余额}}');
  expect((await screen.findByRole('alert')).textContent).toContain('{余额}');
  expect(screen.getByTestId<HTMLButtonElement>('mark-sent').disabled).toBe(true);
});

it('puts a placeholder in where the cursor stands', async () => {
  const { user } = await openMessages();
  const words = await screen.findByTestId<HTMLTextAreaElement>('message-words');
  await user.type(words, '您好');
  words.setSelectionRange(0, 0);
  await user.click(within(screen.getByRole('group', { name: '插入代号' })).getByText('{称呼}'));
  expect(words.value).toBe('{称呼}您好');
});

it('copies one by one by Enter, and all at once as a table', async () => {
  const { user } = await openMessages();
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(await textOf('own/1'));
  await waitFor(() => expect(screen.getAllByTestId('message-row')[0]!.textContent).toContain('女士您好'));
  screen.getByTestId('message-list').focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(copied).toHaveBeenCalledTimes(1));
  const rows = screen.getAllByTestId('message-row');
  await waitFor(() => expect(rows[1]!.getAttribute('aria-selected')).toBe('true'));
  await user.click(screen.getByTestId('copy-all'));
  await waitFor(() => expect(copied).toHaveBeenCalledTimes(2));
  expect(copied.mock.calls[1]![0].split('\n')).toHaveLength(rows.length);
  expect(copied.mock.calls[1]![0]).toMatch(/^1\d{10}\t/);
});

it('leaves somebody out and puts him back', async () => {
  const { user } = await openMessages();
  await user.click(await textOf('own/1'));
  await waitFor(() => expect(total()).toBe('7 人收得到'));
  await user.click(screen.getAllByTestId('leave-out')[0]!);
  await waitFor(() => expect(total()).toBe('6 人收得到'));
  await user.click(screen.getByTestId('put-back'));
  await waitFor(() => expect(total()).toBe('7 人收得到'));
});

it('keeps a text as the office own, and gives one back that was taken away', async () => {
  const { user } = await openMessages();
  await user.click(await textOf('shipped/survey'));
  await user.click(screen.getByTestId('message-save'));
  await waitFor(() => expect(screen.getAllByTestId('message-text').filter((row) => row.dataset.text?.startsWith('own/'))).toHaveLength(2));
  await user.click(await screen.findByTestId('message-delete'));
  await waitFor(() => expect(screen.getAllByTestId('message-text').filter((row) => row.dataset.text?.startsWith('own/'))).toHaveLength(1));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(screen.getAllByTestId('message-text').filter((row) => row.dataset.text?.startsWith('own/'))).toHaveLength(2));
});

it('writes the list for a sending tool, and the calendar', async () => {
  const { platform, user } = await openMessages();
  await user.click(await textOf('own/1'));
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>('export-messages').disabled).toBe(false));
  await user.click(screen.getByTestId('export-messages'));
  expect((await screen.findByTestId('messages-exported')).textContent).toContain('已写出 7 条');
  await user.click(screen.getByTestId('calendar-mine'));
  expect((await screen.findByTestId('calendar-done')).textContent).toContain('已写出 7 件');
  expect(platform.asked).not.toContain('mark_sent');
});

it('says in an empty office what it is for and what comes first', async () => {
  await openMessages('empty=1');
  await screen.findByTestId('first-import');
  expect(screen.queryByTestId('message-words')).toBeNull();
});

it('takes whom was typed last, however soon Enter follows', async () => {
  const { user } = await openMessages();
  await user.click(await screen.findByTestId('message-to-5'));
  const find = await screen.findByTestId<HTMLInputElement>('message-find');
  await user.type(find, 'oysz');
  await screen.findAllByTestId('message-hit');
  fireEvent.change(find, { target: { value: 'zhou' } });
  fireEvent.keyDown(find, { key: 'Enter' });
  expect((await screen.findByTestId('message-client')).textContent).toMatch(/^周/);
});
