import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A row of a list, or of a table with its head. */
const ROWS = '[role=option], [role=row]';

/** How much of the list's height is not covered by rows, in pixels. */
function blank(list: HTMLElement): number {
  const { top } = list.getBoundingClientRect();
  const bottom = top + list.clientTop + list.clientHeight;
  const rows = [...list.querySelectorAll(ROWS)].map((row) => row.getBoundingClientRect());
  const seen = rows.filter((row) => row.bottom > top && row.top < bottom).sort((a, b) => a.top - b.top);
  let [covered, gaps] = [top, 0];
  for (const row of seen) {
    gaps += Math.max(0, row.top - covered);
    covered = Math.max(covered, row.bottom);
  }
  return gaps + Math.max(0, bottom - covered);
}

const LISTS = [
  { name: 'the worklist', list: 'task-list', open: ['tab-all'], last: '[aria-posinset="100000"]' },
  { name: 'the archive', list: 'client-list', open: ['nav-clients'], last: '[aria-rowindex="100001"]' },
];

describe.each(LISTS)('$name of a hundred thousand rows', ({ list: testId, open, last }) => {
  it('is covered by rows in every frame of a scroll, near and far, and keeps few of them', async () => {
    const { user } = openWindow('many=1');
    for (const id of open) await user.click(await screen.findByTestId(id));
    const list = await screen.findByTestId(testId);
    await waitFor(() => expect(list.scrollHeight).toBeGreaterThan(3_000_000));
    const far = list.scrollHeight - list.clientHeight;
    const stops = [...Array.from({ length: 60 }, (_, step) => step * 137), far / 3, far / 2, far - 500, far, 0];
    for (const top of stops) {
      list.scrollTop = top;
      // The browser tells of a scroll before the next frame is drawn; in that frame the rows must be there.
      await frame();
      await frame();
      expect(blank(list), `at ${top}`).toBeLessThan(2);
    }
    expect(list.querySelectorAll(ROWS).length).toBeLessThan(60);
  });

  it('fills the rows that it shows with what they hold', async () => {
    const { user } = openWindow('many=1');
    for (const id of open) await user.click(await screen.findByTestId(id));
    const list = await screen.findByTestId(testId);
    await waitFor(() => expect(list.scrollHeight).toBeGreaterThan(3_000_000));
    list.scrollTop = list.scrollHeight;
    await waitFor(() => expect(list.querySelector(last)?.textContent?.length).toBeGreaterThan(5));
  });
});
