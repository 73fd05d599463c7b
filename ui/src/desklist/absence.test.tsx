import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow } from '../test/render';

async function pick(testId: string, name: string) {
  fireEvent.mouseDown(screen.getByTestId(testId).querySelector('input')!);
  const found = await screen.findAllByText(name, { selector: '.ant-select-item-option-content' });
  fireEvent.click(found.at(-1)!);
}

it('leave is written down with a substitute, the rows say for whom, and it is taken back', async () => {
  const { user, platform } = openWindow();
  await user.click(await screen.findByTestId('who'));
  await user.click(await screen.findByTestId('open-absences'));
  await screen.findByTestId('absence-form');
  await user.click(screen.getByTestId('absence-save'));
  expect(platform.asked).not.toContain('set_absence');
  await pick('absence-staff', '林晓 · 客服专员');
  fireEvent.change(screen.getByTestId('absence-to'), { target: { value: '+3' } });
  await pick('absence-substitute', '孙丽 · 物业助理');
  await user.click(screen.getByTestId('absence-save'));
  expect((await screen.findByTestId('absence')).textContent).toContain('2026-10-09 至 2026-10-12');
  expect((await screen.findAllByTestId('stands-in'))[0]?.textContent).toBe('代 林晓');
  await user.click(screen.getByTestId('absence-end'));
  await waitFor(() => expect(screen.queryByTestId('stands-in')).toBeNull());
});

it('days off every week are chosen by their digits', async () => {
  const { user, platform } = openWindow();
  await user.click(await screen.findByTestId('who'));
  await user.click(await screen.findByTestId('open-absences'));
  await screen.findByTestId('absence-form');
  await pick('absence-staff', '周敏 · 客服主管');
  screen.getByTestId('absence-kind-1').focus();
  await user.keyboard('2');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('absence-day-1')));
  await user.keyboard('67');
  await user.click(screen.getByTestId('absence-save'));
  await waitFor(() => expect(platform.office.desklist.absences[0]).toMatchObject({ staff: 's2', weekdays: [6, 7], to: null }));
  expect((await screen.findByTestId('absence')).textContent).toContain('每周六、周日');
});
