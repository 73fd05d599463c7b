import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { goToMatter } from '../desk/route';
import { openWindow } from '../test/render';
import { lonelyTask, openSheet } from './support';

describe('convention 10: the form on the screen is the form on paper', () => {
  it('Ctrl+P shows the pages of the form as it stands on the screen, and prints those', async () => {
    const { platform, user } = openWindow();
    const task = lonelyTask(platform, 'complaint');
    await openSheet(task);
    await user.keyboard('12{Control>}p{/Control}');
    expect(await screen.findAllByTestId('paper-page')).toHaveLength(1);
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(platform.opened).toHaveLength(1));
    expect(platform.opened[0]).toMatch(/huifang-view.*\.pdf$/);
    const { req } = platform.printed[0]!;
    expect(req).toMatchObject({ task: task.id, blank: false, path: platform.opened[0] });
    expect(req.sheet).toMatchObject({ outcome: 'reached', tasks: [{ answers: { timely: '基本满意' } }] });
  });
  it('Shift+Ctrl+P shows the blank form, to be filled in by hand', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'complaint'));
    await user.keyboard('1{Shift>}{Control>}p{/Control}{/Shift}');
    await screen.findByTestId('paper-page');
    await user.click(screen.getByTestId('paper-save'));
    await waitFor(() => expect(platform.printed).toHaveLength(1));
    expect(platform.printed[0]!.req).toMatchObject({ blank: true, sheet: null });
    expect(platform.opened).toEqual([]);
  });
  it('a sheet on which nothing stands is printed blank, with room to write', async () => {
    const { platform, user } = openWindow();
    const task = lonelyTask(platform, 'special_service');
    task.tries = 0;
    await openSheet(task);
    await user.keyboard('{Control>}p{/Control}');
    await screen.findByTestId('paper-page');
    await user.click(screen.getByTestId('paper-print'));
    await waitFor(() => expect(platform.printed[0]?.req).toMatchObject({ blank: true }));
  });
  it('prints the archive card, the round of visits and the blank forms of a policy from where they are seen', async () => {
    const { platform, user } = openWindow();
    const printed = async (button: string) => {
      await user.click(await screen.findByTestId(button));
      await screen.findAllByTestId('paper-page');
      await user.click(screen.getByTestId('paper-print'));
      await waitFor(() => expect(screen.getByTestId('notice-text').textContent).toContain('PDF'));
      const { cmd } = platform.printed.at(-1)!;
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByTestId('paper-pages')).toBeNull());
      return cmd;
    };
    expect(await printed('print-visits')).toBe('print_visits');
    await user.click(screen.getByTestId('nav-clients'));
    await user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
    expect(await printed('print-card')).toBe('print_card');
    await user.click(screen.getByTestId('nav-policy'));
    expect(await printed('pack-print')).toBe('print_blank_form');
  });
  it('Ctrl+P on the page of a matter prints its sheet', async () => {
    const { platform, user } = openWindow();
    await screen.findByTestId('task-list');
    goToMatter('m1');
    const { matter } = (await screen.findByTestId('matter-page')).dataset;
    await user.keyboard('{Control>}p{/Control}');
    await screen.findByTestId('paper-page');
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(platform.printed.at(-1)).toMatchObject({ cmd: 'print_matter', req: { matter } }));
    expect(platform.opened[0]).toMatch(/登记单.*\.pdf$/);
  });
});
