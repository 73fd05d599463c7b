import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useRoute } from '../desk/route';
import { openWindow } from '../test/render';

const entryRows = () => screen.findAllByTestId('entry-row');

async function openRounds(query = '') {
  const opened = openWindow(query);
  useRoute.getState().go({ page: 'rounds' });
  return opened;
}

/** The returned sheet, with its day written in. */
async function begin(user: ReturnType<typeof openWindow>['user']) {
  fireEvent.change(await screen.findByTestId('entry-day'), { target: { value: '1008' } });
  const first = (await entryRows())[0]!;
  within(first).getByTestId('entry-1-outcome-1').focus();
  return { first, user };
}

describe('a returned sheet', () => {
  it('is typed by digits and Enter: the last Enter of a row saves it, and the next row begins', async () => {
    const { user, platform } = await openRounds();
    await begin(user);
    await user.keyboard('2');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('entry-1-note')));
    await user.keyboard('ren bu zai{Enter}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    expect(platform.office.records[0]?.brief).toMatchObject({ channel: 'home_visit', outcome: 'no_answer', note: 'ren bu zai' });
    await waitFor(() => expect(within(screen.getAllByTestId('entry-row')[0]!).getByTestId('entry-saved')).toBeTruthy());
    await waitFor(() => expect(document.activeElement?.closest('[data-visit]')?.getAttribute('data-visit')).toBe('2'));
  });
  it('asks for what the form requires when the client was met, and saves nothing without it', async () => {
    const { user, platform } = await openRounds();
    const { first } = await begin(user);
    await user.keyboard('1');
    await waitFor(() => expect(within(first).getAllByRole('radiogroup').length).toBeGreaterThan(1));
    fireEvent.keyDown(screen.getByTestId('entry-1-note'), { key: 'Enter' });
    expect((await within(first).findAllByRole('alert')).length).toBeGreaterThan(0);
    expect(platform.office.records).toHaveLength(0);
    const open = () => document.activeElement?.closest('[data-question]')?.getAttribute('data-question');
    expect(open()).toBe('t2/service');
    await user.keyboard('1');
    // The signature stands on the paper: its photo is brought in.
    expect(open()).toBe('t2/signed');
    fireEvent.drop(within(first).getByTestId('drop-zone'), { dataTransfer: { files: [new File(['x'], 'a.jpg', { type: 'image/jpeg' })] } });
    await within(first).findByTestId('file');
    screen.getByTestId('entry-1-note').focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(platform.office.records[0]?.brief.outcome).toBe('reached'));
    expect(platform.office.records[0]?.req.tasks[0]).toMatchObject({ answers: { service: '满意', signed: [expect.any(String)] }, unanswered: {} });
  });
  it('takes F7 and a reason where the client gave no answer', async () => {
    const { user, platform } = await openRounds();
    const { first } = await begin(user);
    await user.keyboard('1');
    await waitFor(() => expect(document.activeElement).toBe(within(first).getByTestId('field-service-1')));
    await user.keyboard('1{F7}');
    await user.type(await within(first).findByTestId('gap-reason-signed'), '不愿签名{Enter}');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    expect(platform.office.records[0]?.req.tasks[0]).toMatchObject({ answers: { service: '满意' }, unanswered: { signed: { reason: '不愿签名' } } });
  });
  it('is written by the visitor on the day of the round', async () => {
    const { user, platform } = await openRounds();
    const sent: unknown[] = [];
    const { call } = platform;
    platform.call = (command, request) => {
      if (command === 'record_follow_up') sent.push(request);
      return call(command, request);
    };
    await begin(user);
    await user.keyboard('2{Enter}');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ by: 's1', on: '2026-10-08', channel: 'home_visit' });
  });
  it('keeps a half-typed row among the office’s drafts, so that it outlives a crash and is there at another computer', async () => {
    const { user, platform } = await openRounds();
    await begin(user);
    await user.keyboard('4');
    fireEvent.change(await screen.findByTestId('entry-1-again'), { target: { value: '1020' } });
    screen.getByTestId('entry-day').focus();
    await waitFor(() => expect(platform.office.forms.drafts[0]).toMatchObject({ kind: 'round', author: 's1', body: { day: '1008', rows: { 1: { againOn: '1020' } } } }));
    cleanup();
    localStorage.clear();
    const again = openWindow('', platform.office);
    const offered = await screen.findByTestId('draft-open');
    expect(offered.textContent).toContain('回访单 · 林晓');
    await again.user.click(offered);
    expect(((await screen.findByTestId('entry-1-again')) as HTMLInputElement).value).toBe('1020');
    expect((screen.getByTestId('entry-day') as HTMLInputElement).value).toBe('1008');
  });
  it('is no draft any more when its last row is saved', async () => {
    const { user, platform } = await openRounds();
    await begin(user);
    for (const row of await entryRows()) {
      const number = row.dataset.visit!;
      await waitFor(() => expect(document.activeElement?.closest('[data-visit]')?.getAttribute('data-visit')).toBe(number));
      await user.keyboard('2{Enter}');
      await waitFor(() => expect(platform.office.records).toHaveLength(Number(number)));
    }
    await waitFor(() => expect(platform.office.forms.drafts).toHaveLength(0));
  });
  it('is not saved by the Enter that confirms a candidate of the input method', async () => {
    const { user, platform } = await openRounds();
    await begin(user);
    await user.keyboard('2');
    fireEvent.keyDown(screen.getByTestId('entry-1-note'), { key: 'Enter', keyCode: 229 });
    expect(platform.asked).not.toContain('record_follow_up');
  });
  it('is taken back with Ctrl+Z, and the row is as it was typed', async () => {
    const { user, platform } = await openRounds();
    await begin(user);
    await user.keyboard('2{Enter}');
    await screen.findByTestId('undo');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(platform.office.records[0]?.brief.voided).toBe(true));
    await waitFor(() => expect(screen.getByTestId('entry-1-outcome-2').getAttribute('aria-checked')).toBe('true'));
  });
});

describe('rounds', () => {
  it('that are printed wait to be typed in', async () => {
    const { user, platform } = await openRounds();
    await user.click(await screen.findByTestId('round-print'));
    await screen.findByTestId('round-due');
    await user.click(document.getElementById('round-print-ok')!);
    await waitFor(() => expect(screen.getAllByTestId('round')).toHaveLength(2));
    expect(platform.opened[0]).toContain('.pdf');
  });
  it('are explained when there is none', async () => {
    await openRounds('empty=1');
    expect((await screen.findByTestId('empty')).textContent).toContain('还没有打印过回访单');
  });
});
