import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useIdleMinutes, watchIdle } from '../lock/idle';
import { rpc } from '../platform';
import { openWindow } from '../test/render';

afterEach(() => vi.useRealTimers());

const rows = () => screen.findAllByTestId('task-row');
const locked = () => screen.findByTestId('lock-screen');

async function lock(query = '') {
  const opened = openWindow(query);
  await rows();
  await opened.user.keyboard('{Control>}l{/Control}');
  await locked();
  return opened;
}

async function typePin(user: ReturnType<typeof openWindow>['user'], pin: string) {
  await user.type(await screen.findByTestId('pin'), `${pin}{Enter}`);
}

describe('convention 15: a shared computer', () => {
  it('shows in large type who works', async () => {
    openWindow();
    expect(within(await screen.findByTestId('who')).getByText('林晓').tagName).toBe('STRONG');
  });

  it('locks with Ctrl+L, and the page gets no answer any more but who may unlock it', async () => {
    await lock();
    expect(document.documentElement.dataset.locked).toBe('true');
    for (const ask of [rpc('worklist', { tab: 'all', whose: 'all', filter: null, tasks: [], find: '', offset: 0, limit: 9 }), rpc('client_page', { client: 'c1' })]) {
      await expect(ask).rejects.toMatchObject({ code: 'desk_locked' });
    }
    await expect(rpc('staff_list', {})).resolves.toBeTruthy();
  });

  it('lets no key through to what stands below', async () => {
    const { platform, user } = await lock();
    await screen.findByTestId('unlock-s1');
    const before = platform.asked.length;
    await user.keyboard('{Control>}2{/Control}{F9}{F8}{Control>}z{/Control}');
    expect(screen.queryByTestId('client-list')).toBeNull();
    // Who may unlock the desk is all that a locked one is asked for.
    expect(platform.asked.slice(before).filter((command) => !['desk_status', 'staff_list'].includes(command))).toEqual([]);
  });

  it('opens by the name alone where there is no PIN: Enter, and one is back', async () => {
    const { user } = await lock();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByTestId('lock-screen')).toBeNull());
    expect(document.documentElement.dataset.locked).toBeUndefined();
    expect(await screen.findByTestId('who')).toBeTruthy();
  });

  it('asks for the PIN, says when it is wrong, and makes one wait after the third', async () => {
    const { user } = await lock('pin=1');
    for (const wrong of ['1111', '2222', '3333']) {
      await typePin(user, wrong);
      await waitFor(() => expect(screen.getByTestId<HTMLInputElement>('pin').value).toBe(''));
      await waitFor(() => expect(screen.getByTestId('pin-hint').getAttribute('role')).toBe('alert'));
    }
    await waitFor(() => expect(screen.getByTestId('pin-hint').textContent).toMatch(/\d+/));
    expect(screen.getByTestId<HTMLButtonElement>('pin-ok').disabled).toBe(true);
    expect(screen.getByTestId('lock-screen')).toBeTruthy();
  });

  it('keeps a half-filled form for its author, and begins afresh for a colleague', async () => {
    const { user } = openWindow('pin=1');
    await user.click((await rows())[0]!);
    await user.type(await screen.findByTestId('note'), 'abc');
    await user.keyboard('{Control>}l{/Control}');
    await locked();
    await typePin(user, '2580');
    await waitFor(() => expect(screen.queryByTestId('lock-screen')).toBeNull());
    expect((await screen.findByTestId<HTMLTextAreaElement>('note')).value).toBe('abc');
    await user.keyboard('{Control>}l{/Control}');
    await locked();
    await user.click(await screen.findByTestId('lock-other'));
    await user.click(await screen.findByTestId('unlock-s4'));
    await waitFor(() => expect(screen.getByTestId('who').textContent).toContain('孙丽'));
    await waitFor(() => expect(screen.getByTestId<HTMLTextAreaElement>('note').value).toBe(''));
  });

  it('locks by itself when nobody has touched anything for as long as the settings say', () => {
    vi.useFakeTimers();
    const onIdle = vi.fn();
    const stop = watchIdle(5, onIdle);
    vi.advanceTimersByTime(4 * 60_000);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    vi.advanceTimersByTime(4 * 60_000);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(onIdle).toHaveBeenCalledOnce();
    stop();
    watchIdle(0, onIdle)();
    vi.advanceTimersByTime(24 * 3_600_000);
    expect(onIdle).toHaveBeenCalledOnce();
    expect(useIdleMinutes.getState().minutes).toBe(5);
  });

  it('masks telephone numbers, and notes who has one shown to him', async () => {
    const { platform, user } = openWindow();
    await user.click((await rows())[0]!);
    const phone = (await screen.findAllByTestId('phone'))[0]!;
    expect(phone.textContent).toMatch(/\d{3}\*{4}\d{4}/);
    await user.click(within(phone).getByTestId('phone-reveal'));
    await waitFor(() => expect(phone.textContent).not.toContain('*'));
    expect(platform.lock.revealed).toHaveLength(1);
    await user.click(within(phone).getByTestId('phone-reveal'));
    await waitFor(() => expect(phone.textContent).toContain('****'));
    expect(platform.lock.revealed).toHaveLength(1);
  });

  it('sets a PIN, typed twice, and asks a colleague who has one for it', async () => {
    const { platform, user } = openWindow();
    await user.click(await screen.findByTestId('who'));
    await user.click(await screen.findByTestId('menu-pin'));
    await user.type(await screen.findByTestId('pin-new'), '12');
    await user.keyboard('{Enter}');
    await user.type(screen.getByTestId('pin-again'), '1234{Enter}');
    expect(platform.lock.pins.size).toBe(0);
    await user.type(screen.getByTestId('pin-new'), '34');
    await user.type(screen.getByTestId('pin-again'), '{Enter}');
    await waitFor(() => expect(platform.lock.pins.get('s1')).toBe('1234'));
    await user.click(await screen.findByTestId('who'));
    await user.click(await screen.findByTestId('staff-s4'));
    await waitFor(() => expect(screen.getByTestId('who').textContent).toContain('孙丽'));
    await user.click(await screen.findByTestId('who'));
    await user.click(await screen.findByTestId('staff-s1'));
    await typePin(user, '1234');
    await waitFor(() => expect(screen.getByTestId('who').textContent).toContain('林晓'));
  });

  it('can be locked from the tray', async () => {
    const { platform } = openWindow();
    await rows();
    platform.lock.locked = true;
    act(() => platform.shell.tell('desk'));
    expect(await locked()).toBeTruthy();
  });
});
