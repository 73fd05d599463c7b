import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';

const BLOCK = ['姓名\t联系电话\t房号', '贺新元\t13800001111\t3栋2单元0401', '苗小雨\t1380000\t3栋2单元0402', '欧阳淑贞\t13812346621\t3栋1单元1202', '\t13800002222\t'].join('\r\n');

async function openClients() {
  const opened = openWindow();
  await opened.user.click(await screen.findByTestId('nav-clients'));
  await screen.findAllByTestId('client-row');
  return opened;
}

async function paste(text: string) {
  await screen.findByTestId('grid-cell');
  fireEvent.paste(screen.getByTestId('grid-cell'), { clipboardData: { getData: () => text } });
  await screen.findByTestId('paste-strip');
}

/** What was put on the clipboard by the last copy. */
async function copied(keys: string, user: ReturnType<typeof openWindow>['user']) {
  await navigator.clipboard.writeText('');
  screen.getByTestId('grid-cell').focus();
  await user.keyboard(keys);
  await waitFor(async () => expect(await navigator.clipboard.readText()).not.toBe(''));
  return navigator.clipboard.readText();
}

describe('convention 06: paste a block from Excel', () => {
  it('opens a strip that reads the columns by their titles and writes nothing', async () => {
    const { platform } = await openClients();
    await paste(BLOCK);
    const rows = await screen.findAllByTestId('paste-row');
    expect(rows.map((row) => row.dataset.outcome)).toEqual(['created', 'created', 'updated', 'rejected']);
    expect(screen.getByTestId('paste-field-姓名').textContent).toContain('姓名');
    expect(screen.getByTestId('paste-run').textContent).toContain('导入 3 行');
    expect(platform.office.tables.pasted).toEqual([]);
    expect(platform.asked).not.toContain('paste_clients');
  });

  it('checks each cell in place and says what is wrong beside it', async () => {
    await openClients();
    await paste(BLOCK);
    const rows = await screen.findAllByTestId('paste-row');
    expect(within(rows[1]!).getByTestId('paste-doubt').textContent).toContain('1380000');
    expect(within(rows[1]!).getByTestId('paste-doubt').textContent).toContain('电话位数不对');
    expect(within(rows[0]!).queryByTestId('paste-doubt')).toBeNull();
    expect(rows[3]!.textContent).toContain('没有姓名');
  });

  it('shows a duplicate beside the client whom it means, with 新建 / 合并 / 跳过', async () => {
    const { platform, user } = await openClients();
    await paste(BLOCK);
    const twin = await screen.findByTestId('paste-twin');
    expect(twin.textContent).toContain('已有:');
    expect(twin.textContent).toContain('欧阳淑贞');
    await user.click(within(twin).getByRole('radio', { name: /跳过/ }));
    await waitFor(() => expect(screen.getByTestId('paste-run').textContent).toContain('导入 2 行'));
    await user.click(screen.getByTestId('paste-run'));
    await waitFor(() => expect(platform.office.tables.pasted).toHaveLength(1));
    expect(platform.office.tables.pasted[0]!.choices).toEqual([{ row: 4, choice: 'skip', client: null }]);
  });

  it('writes all rows by one key, and takes them back as any import', async () => {
    const { platform, user } = await openClients();
    await paste(BLOCK);
    await screen.findAllByTestId('paste-row');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByTestId('undo');
    expect(screen.queryByTestId('paste-strip')).toBeNull();
    await user.click(screen.getByTestId('undo'));
    await waitFor(() => expect(platform.office.imports[0]!.undone).toBe(true));
  });

  it('guesses the columns of rows without titles and says so', async () => {
    await openClients();
    await paste('贺新元\t13800001111');
    expect(await screen.findByTestId('paste-field-联系电话')).toBeTruthy();
    expect(screen.getByTestId('paste-strip').textContent).toContain('没有标题行');
  });

  it('leaves everything as it was on Esc', async () => {
    const { platform, user } = await openClients();
    await paste(BLOCK);
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('paste-strip')).toBeNull();
    expect(platform.asked).not.toContain('paste_clients');
  });
});

describe('convention 06: copy a block to Excel', () => {
  it('gives the selected cells as tab-separated text', async () => {
    const { user } = await openClients();
    const text = await copied('{Shift>}{ArrowDown}{ArrowRight}{/Shift}{Control>}c{/Control}', user);
    const rows = text.split('\n').map((row) => row.split('\t'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(['欧阳淑贞', '3栋1单元1202']);
  });

  it('gives the titles too on demand', async () => {
    const { user } = await openClients();
    const text = await copied('{Shift>}{ArrowRight}{/Shift}{Control>}{Shift>}c{/Shift}{/Control}', user);
    expect(text.split('\n')[0]).toBe('姓名\t房号');
  });
});

describe('convention 06: 导出Excel', () => {
  it('writes exactly the columns, order and filter that stand on the screen', async () => {
    const { platform, user } = await openClients();
    await user.click(screen.getByTestId('clients-only-overdue'));
    await user.click(screen.getByTestId('grid-head-next'));
    await user.click(screen.getByTestId('grid-columns-open'));
    await user.click(await screen.findByTestId('grid-show-phone'));
    await user.click(screen.getByTestId('grid-left-no'));
    await user.click(screen.getByTestId('grid-export'));
    await waitFor(() => expect(platform.office.tables.exported).toHaveLength(1));
    const wish = platform.office.tables.exported[0]!;
    expect(wish.columns.map((column) => column.value)).toEqual(['name', 'no', 'place', 'next', 'open', 'last', 'assignee', 'classes']);
    expect(wish.query).toMatchObject({ only: 'overdue', sort: 'next', descending: false });
    expect(wish.rows).toEqual([]);
    expect(platform.opened[0]).toMatch(/客户档案 · 有逾期.*\.xlsx$/);
  });
});
