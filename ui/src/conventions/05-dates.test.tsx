import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { dayWords, hourWords } from '../i18n/days';
import { DayField } from '../shared/DayField';
import { parseSpokenMoment } from '../shared/spokenMoment';
import { TodayProvider } from '../shared/today';
import { openWindow } from '../test/render';

/** A Friday. */
const TODAY = '2026-10-09';

function Form() {
  const [typed, setTyped] = useState('');
  return (
    <TodayProvider value={TODAY}>
      <DayField label="日期" testId="day" value={typed} onChange={setTyped} withTime />
    </TodayProvider>
  );
}

/** The dialog of a milestone, which asks for a day. */
async function milestoneDay() {
  const window = openWindow();
  await window.user.click(await screen.findByTestId('nav-matters'));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('cards-received')));
  await window.user.keyboard('1');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('milestone-day')));
  return window;
}

describe('convention 5: dates as people say them', () => {
  it.each([
    ['1122', '2026-11-22'],
    ['11-22', '2026-11-22'],
    ['11月22日', '2026-11-22'],
    ['今天', TODAY],
    ['明天', '2026-10-10'],
    ['+7', '2026-10-16'],
    ['7天后', '2026-10-16'],
    ['下周一', '2026-10-12'],
    ['明天 14:30', '2026-10-10T14:30'],
    ['1122 下午3点半', '2026-11-22T15:30'],
    ['9点', `${TODAY}T09:00`],
    ['明天 25:00', null],
    ['看情况', null],
  ])('%s is %s', (said, meant) => expect(parseSpokenMoment(said, TODAY, dayWords(), hourWords())).toBe(meant));

  it('says beside the field which day was understood, or that none was', async () => {
    render(<Form />);
    const field = screen.getByTestId('day');
    fireEvent.change(field, { target: { value: '1122' } });
    expect(screen.getByText('2026-11-22 周日')).toBeTruthy();
    fireEvent.change(field, { target: { value: '过几天' } });
    expect(screen.getByText('看不懂这个日期')).toBeTruthy();
  });

  it('takes today by Ctrl+;', async () => {
    const user = userEvent.setup();
    render(<Form />);
    await user.click(screen.getByTestId('day'));
    await user.keyboard('{Control>};{/Control}');
    expect(screen.getByText(`${TODAY} 周五`)).toBeTruthy();
    cleanup();
  });

  it('opens a calendar with lunar days, 休 and 班, by F4; arrows walk and Enter takes the day', async () => {
    const { user } = await milestoneDay();
    await user.keyboard('{F4}');
    const calendar = await screen.findByTestId('calendar');
    await waitFor(() => expect(within(calendar).getAllByRole('gridcell').length).toBeGreaterThanOrEqual(35));
    const cell = (day: string) => calendar.querySelector<HTMLElement>(`[data-day="${day}"]`)!;
    expect(cell('2026-10-01').textContent).toBe('1国庆节休');
    expect(cell('2026-10-10').textContent).toBe('10九月班');
    expect(cell('2026-10-12').textContent).toBe('12初三');
    expect(cell('2026-10-18').textContent).toContain('重阳节');
    await waitFor(() => expect(document.activeElement).toBe(cell(TODAY)));
    await user.keyboard('{ArrowLeft}{ArrowUp}{Enter}');
    expect(screen.queryByTestId('calendar')).toBeNull();
    expect(screen.getByTestId<HTMLInputElement>('milestone-day').value).toBe('2026-10-01');
    expect(document.activeElement).toBe(screen.getByTestId('milestone-day'));
  });

  it('turns the month, and closes alone on Escape: the dialog below stays', async () => {
    const { user } = await milestoneDay();
    await user.keyboard('{F4}');
    const calendar = await screen.findByTestId('calendar');
    await user.keyboard('{PageDown}');
    await waitFor(() => expect(calendar.querySelector('[data-day="2026-11-09"]')?.getAttribute('aria-selected')).toBe('true'));
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('calendar')).toBeNull();
    expect(screen.getByTestId('milestone-dialog')).toBeTruthy();
  });

  it('leaves keys to the input method while it composes', () => {
    render(<Form />);
    const field = screen.getByTestId('day');
    for (const composing of [{ isComposing: true }, { keyCode: 229 }]) fireEvent.keyDown(field, { key: 'F4', ...composing });
    expect(screen.queryByTestId('calendar')).toBeNull();
  });

  it('gives the reason in a line beside every day that was computed', async () => {
    const { user } = await milestoneDay();
    const foresight = await screen.findByTestId('matter-foresight');
    expect(foresight.textContent).toContain('最迟 10-14');
    expect(foresight.querySelector('small')?.textContent).toContain('处理完毕后 3 个工作日内');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByTestId('milestone-dialog')).toBeNull());
    const handled = screen.getByTestId('cards-handled');
    await user.dblClick(within(handled).getAllByTestId('matter-card')[0]!);
    expect((await screen.findByTestId('client-task')).textContent).toMatch(/须在 3 个工作日内回访,遇国庆顺延至 \d\d-\d\d/);
  });
});
