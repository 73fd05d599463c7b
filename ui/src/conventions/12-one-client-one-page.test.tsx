import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { goToClient } from '../desk/route';
import { openWindow } from '../test/render';

async function openClient(id: string) {
  const opened = openWindow();
  await screen.findByTestId('task-list');
  goToClient(id);
  await screen.findByTestId('client-page');
  return opened;
}

describe('convention 12: one client, one page, facts on the left, the story on the right', () => {
  it('keeps what is next and the last contact in sight, whatever tab is open', async () => {
    const { user } = await openClient('c1');
    await screen.findByTestId('household');
    for (const tab of ['matters', 'records', 'problems', 'changes']) {
      await user.click(screen.getByTestId(`story-${tab}`));
      expect(screen.getByTestId('next').textContent).toContain('下一次');
      expect(screen.getByTestId('last-contact').textContent).toContain('最近联系');
    }
    expect(screen.getByTestId('why')).toBeTruthy();
  });

  it('tells one story under tabs: all, matters, follow-ups, problems', async () => {
    const { user } = await openClient('c1');
    const kinds = () => screen.getAllByTestId('timeline-item').map((item) => item.dataset.kind);
    const all = kinds();
    expect(new Set(all)).toEqual(new Set(['matter', 'record', 'decision']));
    await user.click(screen.getByTestId('story-matters'));
    expect(kinds()).toEqual(all.filter((kind) => kind === 'matter'));
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByTestId('story-records'));
    expect(kinds()).toEqual(all.filter((kind) => kind === 'record'));
  });

  it('masks the large number and copies it whole', async () => {
    const { user } = await openClient('c1');
    expect(screen.getAllByTestId('phone')[0]!.textContent).toContain('138****6621');
    await user.click(screen.getByTestId('phone-copy'));
    expect(await navigator.clipboard.readText()).toBe('13812346621');
  });

  it('says on the page that a client is not to be contacted, since when, why and how much waits', async () => {
    await openClient('c2');
    const halt = await screen.findByTestId('halt');
    for (const word of ['不再联系', '2026-10-08', '本人来电要求', '周敏', '2 件']) expect(halt.textContent).toContain(word);
    expect(within(halt).getByTestId('halt-resume')).toBeTruthy();
  });

  it('shows who changed what, from what to what', async () => {
    const { user } = await openClient('c1');
    await user.keyboard('{F2}');
    const phones = await screen.findByTestId('contact-0-phones');
    await user.clear(phones);
    await user.type(phones, '13911110000');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByTestId('client-form')).toBeNull());
    await user.click(screen.getByTestId('story-changes'));
    const row = within(await screen.findByTestId('changes')).getAllByRole('row')[1]!;
    for (const word of ['林晓', '修改', '本人电话', '138****6621', '139****0000']) expect(row.textContent).toContain(word);
  });

  it('joins a household from what it proposes, and lets somebody leave it', async () => {
    const { user } = await openClient('c1');
    await screen.findByTestId('household');
    expect(screen.getAllByTestId('household-member')).toHaveLength(1);
    await user.click(screen.getByTestId('household-join'));
    await waitFor(() => expect(screen.getAllByTestId('household-member')).toHaveLength(2));
    expect(screen.queryByTestId('household-hint')).toBeNull();
    await user.click(screen.getByTestId('household-leave'));
    await waitFor(() => expect(screen.queryByTestId('household-member')).toBeNull());
  });
});
