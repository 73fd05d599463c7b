import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { openWindow } from '../test/render';

/** The browser's own keyboard: what the page gets is what a person's input method gives it. */
type Keyboard = { send: (method: string, params: object) => Promise<unknown> };
const keyboard = () => cdp() as unknown as Keyboard;
const compose = (text: string) => keyboard().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const confirm = (text: string) => keyboard().send('Input.insertText', { text });
const press = async (key: string, code: number, modifiers = 0) => {
  const event = { key, code: key, windowsVirtualKeyCode: code, modifiers };
  await keyboard().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await keyboard().send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
};
const CTRL = 2;

async function call() {
  const opened = openWindow();
  await opened.user.click((await screen.findAllByTestId('task-row'))[0]!);
  await screen.findByTestId('sheet');
  return opened;
}

describe('the input method of Chromium', () => {
  it('keeps its Enter: nothing is saved and nothing moves while it composes', async () => {
    const { platform } = await call();
    const note = screen.getByTestId<HTMLTextAreaElement>('note');
    note.focus();
    await compose('zhangsan');
    await press('Enter', 13, CTRL);
    await press('Enter', 13);
    expect(document.activeElement).toBe(note);
    expect(platform.office.records).toHaveLength(0);
    await confirm('张三');
    await waitFor(() => expect(note.value).toBe('张三'));
  });

  it('gives the search no half-typed sounds', async () => {
    await call();
    const search = screen.getByTestId<HTMLInputElement>('client-search');
    search.focus();
    await compose('ouyang');
    await press('Escape', 27);
    expect(document.activeElement).toBe(search);
    await confirm('欧阳');
    await waitFor(() => expect(search.value).toBe('欧阳'));
  });
});

describe('the focus', () => {
  it.each([
    ['the settings', 'settings-open', 'settings'],
    ['the keys', 'keys-open', 'keys-dialog'],
  ])('goes into %s and back to what opened it', async (_name, opener, dialog) => {
    const { user } = openWindow();
    // A page that is still coming takes the focus for its list.
    await screen.findByTestId('sheet');
    const button = await screen.findByTestId(opener);
    button.focus();
    await user.keyboard('{Enter}');
    const box = (await screen.findByTestId(dialog)).closest('[role=dialog]')!;
    await waitFor(() => expect(box.contains(document.activeElement)).toBe(true));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('reaches every part of the window by Tab, and is seen wherever it is', async () => {
    const { user } = await call();
    const unseen: string[] = [];
    const reached = new Set<string>();
    (document.activeElement as HTMLElement).blur();
    for (let step = 0; step < 60; step += 1) {
      await user.tab();
      const at = document.activeElement;
      if (!at || at === document.body) break;
      reached.add(at.getAttribute('data-testid') ?? at.closest('[data-testid]')?.getAttribute('data-testid') ?? '');
      if (!looksFocused(at)) unseen.push(at.outerHTML.slice(0, 120));
    }
    expect(unseen).toEqual([]);
    const parts = ['client-search', 'who', 'nav-worklist', 'settings-open', 'lock-now', 'tab-overdue', 'worklist-find', 'task-list', 'note', 'save'];
    expect(parts.filter((part) => !reached.has(part))).toEqual([]);
  });
});

/** Whether focus shows: the element, a part of it or what stands round it has an outline or shadow, or another edge. */
function looksFocused(element: Element): boolean {
  const around = [element, element.parentElement, element.parentElement?.parentElement, ...element.querySelectorAll('*')];
  return around.some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
}
