import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';
import { lonelyTask, openSheet, question } from './support';

/** What the engines send with the Enter that confirms a candidate: WebKit ends the composition before it, Chromium after. */
const ENGINES = [
  ['Chromium', { isComposing: true, keyCode: 229 }, ['keydown', 'end']],
  ['WebKit', { isComposing: false, keyCode: 229 }, ['end', 'keydown']],
] as const;

async function openVisit() {
  const opened = openWindow();
  await openSheet(lonelyTask(opened.platform, 'move_in'));
  await opened.user.keyboard('1');
  return opened;
}

describe('convention 02: Enter goes to the next field, Shift+Enter back, the last one to 保存', () => {
  it('walks through every field of the form, of whatever kind', async () => {
    const { user } = await openVisit();
    const met: (string | undefined)[] = [];
    for (let step = 0; step < 20 && question() !== 'note'; step += 1) {
      met.push(question());
      await user.keyboard(document.activeElement instanceof HTMLTextAreaElement ? '{Control>}{Enter}{/Control}' : '{Enter}');
    }
    expect(met).toEqual(['service', 'plan', 'move_day', 'topics', 'people', 'words', 'guide', 'seen', 'signed']);
  });
  it('goes back with Shift+Enter', async () => {
    const { user } = await openVisit();
    await user.keyboard('{Enter}{Enter}');
    expect(question()).toBe('move_day');
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(question()).toBe('plan');
  });
  it('makes a line in a text of several lines, and goes on with Ctrl+Enter without saving', async () => {
    const { platform, user } = await openVisit();
    const words = screen.getByTestId('field-words');
    words.focus();
    await user.keyboard('a{Enter}b');
    expect((words as HTMLTextAreaElement).value).toBe('a\nb');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(question()).not.toBe('words');
    expect(platform.asked).not.toContain('record_follow_up');
  });
  it('saves from the last field, and only from there; Shift+Enter on 保存 leads back to it', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('111{Enter}');
    expect(question()).toBe('note');
    screen.getByTestId('save').focus();
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(question()).toBe('note');
    expect(platform.asked).not.toContain('record_follow_up');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
  });
  it.each(ENGINES)('is not moved by the Enter that confirms a candidate (%s)', async (_engine, key, order) => {
    const { user } = await openVisit();
    const people = screen.getByTestId('field-people');
    people.focus();
    fireEvent.compositionStart(people);
    for (const event of order) {
      if (event === 'end') fireEvent.compositionEnd(people, { data: '三' });
      else fireEvent.keyDown(people, { key: 'Enter', ...key });
    }
    expect(document.activeElement).toBe(people);
    await user.keyboard('{Enter}');
    expect(question()).toBe('words');
  });
});
