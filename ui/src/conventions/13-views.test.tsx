import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';
import { useWorklistState } from '../worklist/state';

const rows = () => screen.findAllByTestId('task-row');
const numberIn = (element: Element | null) => Number(element?.querySelector('b')?.textContent ?? Number.NaN);
const tabs = () => screen.findAllByTestId('view-tab');

describe('convention 13: saved views are tabs over the table', () => {
  it('each with how many it lists; a press lists just these', async () => {
    const { user, platform } = openWindow();
    const [tab] = await tabs();
    expect(tab?.textContent).toContain('三号楼');
    await user.click(tab!);
    await waitFor(() => expect(tab?.getAttribute('aria-selected')).toBe('true'));
    await waitFor(async () => expect((await rows()).every((row) => platform.office.task(row.dataset.task!).client?.place?.startsWith('3栋'))).toBe(true));
    expect((await rows()).length).toBe(numberIn(tab!));
    expect(screen.getByTestId('instead').textContent).toContain('满足全部:楼栋/处所 开头是 3栋');
    await user.click(screen.getByTestId('instead-back'));
    await waitFor(() => expect(screen.queryByTestId('instead')).toBeNull());
  });
  it('a new one is a name and conditions: 字段 · 关系 · 值, all or any', async () => {
    const { user, platform } = openWindow();
    await user.click(await screen.findByTestId('view-add'));
    await screen.findByTestId('view-editor');
    await user.click(document.getElementById('view-ok')!);
    expect(platform.asked).not.toContain('save_view');
    fireEvent.change(screen.getByTestId('view-name'), { target: { value: '十号楼' } });
    fireEvent.change(await screen.findByTestId('condition-value'), { target: { value: '10栋' } });
    await waitFor(() => expect(screen.getByTestId('view-lists').textContent).toMatch(/\d/));
    const promised = Number(/\d+/.exec(screen.getByTestId('view-lists').textContent ?? '')?.[0]);
    await user.click(screen.getByTestId('condition-add'));
    expect(screen.getAllByTestId('condition')).toHaveLength(2);
    fireEvent.change(screen.getAllByTestId('condition-value')[1]!, { target: { value: '10栋1单元' } });
    await user.click(screen.getByTestId('view-all-2'));
    await user.click(document.getElementById('view-ok')!);
    await waitFor(async () => expect(await tabs()).toHaveLength(2));
    const added = (await tabs())[1]!;
    expect(added.textContent).toContain('十号楼');
    await waitFor(async () => expect(numberIn((await tabs())[1]!)).toBe(promised));
    expect(platform.office.desklist.views[1]?.filter).toEqual({
      all: false,
      conditions: [
        { field: 'place', relation: 'begins', values: ['10栋'] },
        { field: 'place', relation: 'begins', values: ['10栋1单元'] },
      ],
    });
  });
  it('one is taken away, and that is undone', async () => {
    const { user } = openWindow();
    await user.click((await tabs())[0]!);
    await user.click(await screen.findByTestId('view-edit'));
    await user.click(await screen.findByTestId('view-delete'));
    await waitFor(() => expect(screen.queryByTestId('view-tab')).toBeNull());
  });
});

describe('convention 13: every number opens the list behind it', () => {
  it.each(['overdue', 'today', 'tomorrow', 'week', 'call_back', 'all'])('the tab %s lists as many as it says', async (name) => {
    const { user } = openWindow();
    const tab = await screen.findByTestId(`tab-${name}`);
    await waitFor(() => expect(numberIn(tab)).toBeGreaterThanOrEqual(0));
    await user.click(tab);
    const wanted = numberIn(tab);
    if (wanted === 0) return void expect(await screen.findByTestId('empty')).toBeTruthy();
    await waitFor(async () => expect((await rows())[0]?.getAttribute('aria-setsize')).toBe(String(wanted)));
  });
  it.each(['all', 'mine', 'unassigned', 'no_phone'])('whose: %s lists as many as it says', async (name) => {
    const { user } = openWindow();
    await user.click(await screen.findByTestId('tab-all'));
    const button = screen.getByTestId(`whose-${name}`);
    await waitFor(() => expect(numberIn(button)).toBeGreaterThan(0));
    await user.click(button);
    await waitFor(async () => expect((await rows())[0]?.getAttribute('aria-setsize')).toBe(String(numberIn(button))));
    expect(button.getAttribute('aria-pressed')).toBe('true');
  });
  it('nobody among the unassigned is named', async () => {
    const { user, platform } = openWindow();
    await user.click(await screen.findByTestId('tab-all'));
    await user.click(screen.getByTestId('whose-unassigned'));
    await waitFor(async () => expect((await rows()).every((row) => platform.office.task(row.dataset.task!).assignee_id === null)).toBe(true));
  });
  it('how far the day is opens what was done', async () => {
    const { user, platform } = openWindow();
    platform.office.tasks[0]!.state = 'done';
    await user.click(await screen.findByTestId('done-today'));
    await waitFor(async () => expect((await rows()).map((row) => row.dataset.task)).toEqual([platform.office.tasks[0]!.id]));
  });
  it('the coach opens those whom first, and is silent for the day when it is put away', async () => {
    const { user, platform } = openWindow();
    expect((await screen.findByTestId('coach-text')).textContent).toMatch(/本月投诉回访率 \d+%\(\d+\/\d+\),再回访 \d+ 件达到 70%/);
    await user.click(screen.getByTestId('coach-open'));
    const wanted = platform.office.desklist.coach()[0]!.tasks;
    await waitFor(async () => expect((await rows())[0]?.dataset.task).toBe(wanted[0]));
    expect((await rows())[0]?.getAttribute('aria-setsize')).toBe(String(wanted.length));
    await user.click(screen.getByTestId('instead-back'));
    await user.click(await screen.findByTestId('coach-dismiss'));
    expect(screen.queryByTestId('coach')).toBeNull();
    expect(useWorklistState.getState().instead).toBeNull();
  });
  it('a number in a table of the report, and what a target reached, open theirs', async () => {
    const { user, platform } = openWindow();
    const asked: unknown[] = [];
    const { call } = platform;
    platform.call = (command, request) => {
      if (command === 'figure_list') asked.push(request);
      return call(command, request);
    };
    await user.click(await screen.findByTestId('nav-report'));
    fireEvent.mouseDown((await screen.findByTestId('report-period')).querySelector('input')!);
    fireEvent.click(await screen.findByText('2026年第三季度', { selector: '.ant-select-item-option-content' }));
    await user.click((await screen.findAllByTestId('figure-cell'))[0]!);
    expect(await screen.findByTestId('figure-list')).toBeTruthy();
    expect(asked[0]).toMatchObject({ period: '2026Q3', figure: 'due_count', table: 'by_rule', key: 'row1' });
    await user.keyboard('{Escape}');
    await user.click((await screen.findAllByTestId('target-reached'))[0]!);
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ figure: 'coverage', table: 'target', key: '002-12/投诉回访率' }));
  });
});
