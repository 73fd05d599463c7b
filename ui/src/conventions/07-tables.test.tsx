import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';

async function openClients(query = '') {
  const opened = openWindow(query);
  await opened.user.click(await screen.findByTestId('nav-clients'));
  await screen.findAllByTestId('client-row');
  await screen.findByTestId('grid-cell');
  screen.getByTestId('grid-cell').focus();
  return opened;
}

const titles = () => screen.getAllByRole('columnheader').map((head) => head.dataset.head).filter((id) => id !== undefined);
const cell = (row: number, column: number) => document.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`)!;
const isFrozen = (element: Element) => /frozen/.test(element.className);

describe('convention 07: as in a spreadsheet', () => {
  it('keeps titles, row numbers and the name column in sight', async () => {
    await openClients();
    const heads = screen.getAllByRole('columnheader');
    expect(heads.filter(isFrozen).map((head) => head.dataset.head ?? '#')).toEqual(['#', 'name']);
    expect(isFrozen(cell(0, 0))).toBe(true);
    expect(isFrozen(cell(0, 1))).toBe(false);
    expect(cell(0, -1).textContent).toBe('1');
    expect(cell(7, -1).textContent).toBe('8');
  });

  it('holds a hundred thousand rows under one scroll bar, and asks only for windows of 200', async () => {
    const { platform, user } = await openClients('many=1');
    const sizes: number[] = [];
    const call = platform.call;
    platform.call = (cmd, req) => {
      if (cmd === 'client_list') sizes.push((req as { limit: number }).limit);
      return call(cmd, req);
    };
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001');
    expect(screen.getAllByTestId('client-row').length).toBeLessThan(80);
    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(screen.getByTestId('grid-cell').getAttribute('aria-label')).toContain('第 100000 行'));
    expect(sizes.every((size) => size === 200)).toBe(true);
    expect(screen.queryByRole('navigation', { name: /页/ })).toBeNull();
  });

  it('says 计数, 合计 and 平均 of what is selected', async () => {
    const { user } = await openClients();
    for (let at = 0; at < 5; at += 1) await user.keyboard('{ArrowRight}');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    const open = [0, 1, 2].map((row) => Number(cell(row, 5).textContent));
    const sum = open.reduce((total, number) => total + number, 0);
    expect((await screen.findByTestId('grid-count')).textContent).toBe('计数 3');
    expect(screen.getByTestId('grid-sum').textContent).toBe(`合计 ${sum}`);
    expect(screen.getByTestId('grid-mean').textContent).toBe(`平均 ${(sum / 3).toLocaleString('zh-CN', { maximumFractionDigits: 2 })}`);
  });

  it('selects by dragging the mouse, and a whole row by its number', async () => {
    await openClients();
    fireEvent.pointerDown(cell(1, 1), { button: 0, buttons: 1 });
    fireEvent.pointerOver(cell(3, 2), { buttons: 1 });
    expect(screen.getByTestId('grid-selected').textContent).toBe('已选 3 行 6 格');
    expect(document.activeElement).toBe(screen.getByTestId('grid-cell'));
    fireEvent.pointerDown(cell(4, -1), { button: 0, buttons: 1 });
    expect(screen.getByTestId('grid-selected').textContent).toBe(`已选 1 行 ${titles().length} 格`);
  });

  it('remembers width, order and what is hidden for each person', async () => {
    const { platform, user } = await openClients();
    await user.keyboard('{ArrowRight}{Alt>}{ArrowRight}{/Alt}');
    await user.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await user.click(screen.getByTestId('grid-columns-open'));
    await user.click(await screen.findByTestId('grid-show-classes'));
    await waitFor(() => expect(titles()).toEqual(['name', 'no', 'place', 'phone', 'next', 'open', 'last', 'assignee']));
    expect(screen.getByTestId('grid-head-place').style.width).toBe('152px');
    const kept = [...platform.office.tables.views];
    expect(kept.map(([name]) => name)).toEqual(['s1/clients']);
    // Somebody else has the columns as they come; the first person finds his own again.
    platform.office.me = { id: 's2', name: '周敏', role: '客服主管', department: null };
    expect((await platform.call('view_setting', { name: 'clients' })).value).toBeNull();
    platform.office.me = { id: 's1', name: '林晓', role: '客服专员', department: null };
    expect((await platform.call('view_setting', { name: 'clients' })).value).toMatchObject({ shown: { classes: false }, widths: { place: 152 } });
  });

  it('sorts by a click on the title, and backwards by another', async () => {
    const { user } = await openClients();
    await user.click(screen.getByTestId('grid-head-place'));
    await waitFor(() => expect(screen.getByTestId('grid-head-place').getAttribute('aria-sort')).toBe('ascending'));
    await user.click(screen.getByTestId('grid-head-place'));
    await waitFor(() => expect(screen.getByTestId('grid-head-place').getAttribute('aria-sort')).toBe('descending'));
    await waitFor(() => expect(cell(0, 1).textContent).toMatch(/^20栋/));
  });

  it('takes pinyin from its first letter in a selected cell, and looks for what was written', async () => {
    const { user } = await openClients();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const field = screen.getByTestId('grid-cell') as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    expect(field.readOnly).toBe(false);
    fireEvent.compositionStart(field);
    fireEvent.change(field, { target: { value: 'l' } });
    fireEvent.change(field, { target: { value: 'lin' } });
    // The arrows choose a candidate now, not a cell.
    fireEvent.keyDown(field, { key: 'ArrowDown', isComposing: true, keyCode: 229 });
    expect(field.getAttribute('aria-label')).toContain('第 3 行');
    expect(field.value).toBe('lin');
    fireEvent.change(field, { target: { value: '林' } });
    fireEvent.compositionEnd(field, { data: '林' });
    const find = screen.getByTestId('clients-find') as HTMLInputElement;
    await waitFor(() => expect(find.value).toBe('林'));
    expect(document.activeElement).toBe(find);
  });
});
