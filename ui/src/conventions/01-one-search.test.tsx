import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';

const lead = '{Control>}k{/Control}';
const box = () => screen.getByTestId<HTMLInputElement>('client-search');

async function started(query = '') {
  const opened = openWindow(query);
  const list = await screen.findByTestId('task-list');
  list.focus();
  return { ...opened, list };
}

/** Types it, and waits until the first client found has that part marked. */
async function finds(typed: string, part: string, user: ReturnType<typeof openWindow>['user']) {
  await user.keyboard(lead);
  await user.clear(box());
  await user.keyboard(typed);
  await waitFor(() => {
    const hit = screen.getAllByTestId('client-hit')[0]!;
    expect([typed, hit.querySelector('mark')?.textContent]).toEqual([typed, part]);
    expect(hit.textContent).toContain('欧阳淑贞');
  });
}

// That every reading of every surname hits is the office's to show: crates/office/tests/it/convention_01.rs.
describe('convention 01: one search box for everything', () => {
  it('stands at the top of every page, and Ctrl+K or F3 goes there', async () => {
    const { user } = await started();
    for (const page of ['nav-clients', 'nav-problems', 'nav-worklist']) {
      await user.click(screen.getByTestId(page));
      for (const key of [lead, '{F3}']) {
        await user.keyboard(key);
        expect(document.activeElement).toBe(box());
        await user.keyboard('{Escape}');
      }
    }
  });

  it('finds by initials, by sound, by characters and by the last digits, with the part marked', async () => {
    const { user } = await started();
    for (const [typed, part] of [
      ['oysz', '欧阳淑贞'],
      ['ouyangsz', '欧阳淑贞'],
      ['欧阳', '欧阳'],
      ['6621', '6621'],
      ['3栋1单元1202', '3栋1单元1202'],
      ['YZ10001', 'YZ10001'],
    ] as const) {
      await finds(typed, part, user);
    }
  });

  it('groups what it finds, walks it by arrows and opens it by Enter', async () => {
    const { user } = await started();
    await user.keyboard(`${lead}YZ1000`);
    await screen.findAllByTestId('client-hit');
    const options = within(screen.getByRole('listbox', { name: '搜索' })).getAllByRole('option');
    expect(screen.getByRole('group', { name: '客户' })).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    expect(options[1]!.getAttribute('aria-selected')).toBe('true');
    const place = options[1]!.textContent;
    await user.keyboard('{Enter}');
    const name = await within(await screen.findByTestId('client-page')).findByRole('heading', { level: 1 });
    expect(place).toContain(name.textContent);
  });

  it('shows what it finds while somebody types, in an office of a hundred thousand too', async () => {
    const { platform, user } = await started('many=1');
    await user.keyboard(`${lead}oy`);
    await screen.findAllByTestId('client-hit');
    await user.keyboard('sz');
    await waitFor(() => expect(screen.getAllByTestId('client-hit')[0]!.querySelector('mark')?.textContent).toBe('欧阳淑贞'));
    expect(platform.asked.filter((cmd) => cmd === 'search').length).toBeGreaterThan(0);
    // Nothing else is asked for while typing: the list behind stays as it is.
    expect(platform.asked.filter((cmd) => cmd === 'client_list')).toEqual([]);
  });
});
