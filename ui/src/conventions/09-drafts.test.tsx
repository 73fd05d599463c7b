import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Keeper, KEEP_MS } from '../drafts/Keeper';
import { openWindow } from '../test/render';
import { lonelyTask, openSheet, question } from './support';

afterEach(() => vi.useRealTimers());

/** A keeper whose every step is written down. */
function keeper() {
  const done: string[] = [];
  let kept: (() => void) | undefined;
  const made = new Keeper({
    keep: (wish) => new Promise((resolve) => {
      done.push(`keep ${String(wish.body)}`);
      kept = () => resolve('2026-10-09 14:03');
    }),
    drop: async () => void done.push('drop'),
    onKept: (at) => void done.push(at ?? 'gone'),
  });
  const type = (body: string) => made.change(() => ({ kind: 'call', key: 't1', title: '', body, field: '', cursor: null }));
  return { made, done, type, answer: () => kept?.() };
}

describe('convention 09: half-filled forms save themselves', () => {
  it('two seconds after the first letter at the latest, however long somebody goes on typing', async () => {
    vi.useFakeTimers();
    const { done, type } = keeper();
    type('a');
    await vi.advanceTimersByTimeAsync(KEEP_MS - 500);
    type('ab');
    await vi.advanceTimersByTimeAsync(499);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['keep ab']);
    expect(KEEP_MS).toBeLessThanOrEqual(2000);
  });
  it('at once when a field is left, and not again when nothing was typed since', async () => {
    vi.useFakeTimers();
    const { made, done, type } = keeper();
    type('a');
    void made.flush();
    await vi.advanceTimersByTimeAsync(0);
    void made.flush();
    await vi.advanceTimersByTimeAsync(KEEP_MS * 2);
    expect(done).toEqual(['keep a']);
  });
  it('never after it was thrown away: what was on its way comes first', async () => {
    vi.useFakeTimers();
    const { made, done, type, answer } = keeper();
    type('a');
    void made.flush();
    await vi.advanceTimersByTimeAsync(0);
    type('ab');
    void made.drop();
    await vi.advanceTimersByTimeAsync(KEEP_MS * 2);
    expect(done).toEqual(['keep a']);
    answer();
    await vi.advanceTimersByTimeAsync(KEEP_MS * 2);
    expect(done).toEqual(['keep a', '2026-10-09 14:03', 'drop', 'gone']);
  });
  it('shows when, and comes back after the window died, first in the worklist, with field and cursor', async () => {
    const { platform, user } = openWindow();
    const task = lonelyTask(platform, 'complaint');
    await openSheet(task);
    await user.keyboard('123');
    expect(question()).toBe('cause');
    await user.keyboard('abcdef{ArrowLeft}{ArrowLeft}');
    // No leaving, no closing: only the two seconds pass.
    expect((await screen.findByTestId('draft-saved', undefined, { timeout: KEEP_MS * 4 })).textContent).toContain('草稿已保存 14:03');
    await waitFor(() => expect(platform.office.forms.drafts[0]).toMatchObject({ key: task.id, field: `${task.id}/cause`, cursor: 4 }), { timeout: KEEP_MS * 4 });

    // The window is gone without a word; the office's file is what is left.
    const { office } = platform;
    cleanup();
    const after = openWindow('', office);
    const strip = await screen.findByTestId('draft-strip');
    const list = await screen.findByTestId('task-list');
    expect(strip.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    const row = within(strip).getByTestId('draft-row');
    expect(row.textContent).toContain(task.client!.name);
    await after.user.click(within(row).getByTestId('draft-open'));
    await waitFor(() => expect(question()).toBe('cause'));
    const cause = document.activeElement as HTMLInputElement;
    expect(cause.value).toBe('abcdef');
    expect(cause.selectionStart).toBe(4);
  });
  it('belongs to its author', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('1');
    fireEvent.blur(document.activeElement!);
    await waitFor(() => expect(platform.office.forms.drafts).toHaveLength(1));
    const { office } = platform;
    cleanup();
    office.me = { id: 's2', name: '周敏', role: '客服主管', department: null };
    openWindow('', office);
    await screen.findAllByTestId('task-row');
    expect(screen.queryByTestId('draft-strip')).toBeNull();
  });
  it('is gone when the form is saved, and when it is thrown away', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('11');
    await waitFor(() => expect(platform.office.forms.drafts).toHaveLength(1));
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    await waitFor(() => expect(platform.office.forms.drafts).toHaveLength(0));

    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('1');
    fireEvent.blur(document.activeElement!);
    await waitFor(() => expect(platform.office.forms.drafts).toHaveLength(1));
    await user.click(screen.getByTestId('draft-drop'));
    await waitFor(() => expect(platform.office.forms.drafts).toHaveLength(0));
  });
});
