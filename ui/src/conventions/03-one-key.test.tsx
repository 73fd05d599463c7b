import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { soundsLike } from '../shared/sounds';
import { openWindow } from '../test/render';
import { KINDS } from '../platform/fake/tasks';
import { restFrom } from '../worklist/rest';
import { lonelyTask, openSheet, question } from './support';

const chosen = (field: string) => document.querySelector(`[data-testid^="field-${field}-"][aria-checked=true]`)?.textContent;

describe('convention 03: one key for each choice', () => {
  it('a digit chooses and moves on', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('1');
    expect(question()).toBe('timely');
    await user.keyboard('2');
    expect(chosen('timely')).toContain('基本满意');
    expect(question()).toBe('effect');
    await user.keyboard('3');
    expect(chosen('effect')).toContain('不满意');
    // What this answer makes necessary is asked next.
    expect(question()).toBe('cause');
  });
  it('「其余同上」 gives the remaining ratings the answer above, by key and by button', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('12{Control>}d{/Control}');
    expect(chosen('effect')).toContain('基本满意');
    expect(question()).toBe('again');
    expect(screen.queryByTestId('rest-as-above')).toBeNull();
  });
  it('offers it only below an answer, and only where the levels are the same', () => {
    const { fields } = KINDS.find((kind) => kind.rule === 'complaint')!;
    expect(restFrom('effect', fields, { answers: {}, gaps: {} })).toBeNull();
    expect(restFrom('effect', fields, { answers: { timely: '满意' }, gaps: {} })).toEqual({ level: '满意', fields: ['effect'] });
    const other = fields.map((field) => (field.id === 'effect' ? { ...field, levels: ['好', '差'] } : field));
    expect(restFrom('effect', other, { answers: { timely: '满意' }, gaps: {} })).toBeNull();
  });
  it('leaves alone what was answered, or was said to have no answer', () => {
    const { fields } = KINDS.find((kind) => kind.rule === 'complaint')!;
    const open = { answers: { timely: '满意' }, gaps: { effect: { why: 'refused', reason: '不愿评' } } };
    expect(restFrom('effect', fields, open)).toBeNull();
  });
  it('filters drop-downs by initials', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'move_in'));
    await user.keyboard('1');
    const box = screen.getByTestId('field-guide');
    fireEvent.mouseDown(box.querySelector('input')!);
    await screen.findByText('周敏 · 客服主管');
    fireEvent.change(box.querySelector('input')!, { target: { value: 'qzq' } });
    await waitFor(() => expect(screen.queryByText('周敏 · 客服主管')).toBeNull());
    await user.click(screen.getByText('钱志强 · 工程部主管'));
    expect(box.textContent).toContain('钱志强');
  });
  it.each([
    ['zq', true],
    ['zhiq', true],
    ['zhiqiang', true],
    ['qz', true],
    ['强', true],
    ['zz', false],
  ])('finds 钱志强 by %s: %s', (typed, isFound) => {
    expect(soundsLike(typed, '钱志强', [['qian'], ['zhi'], ['qiang', 'jiang']])).toBe(isFound);
  });
  it('offers 不详 and 拒答 with a reason by F7, and takes neither for an answer', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('1{F7}');
    await screen.findByTestId('gap-timely');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(platform.asked).not.toContain('record_follow_up');
    await user.type(screen.getByTestId('gap-reason-timely'), '不在场');
    screen.getByTestId('field-effect-1').focus();
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.asked).toContain('record_follow_up'));
    const written = platform.office.records[0]!.req.tasks[0]!;
    expect(written.unanswered).toEqual({ timely: { why: 'unknown', reason: '不在场' } });
    expect(written.answers).not.toHaveProperty('timely');
  });
});
