import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useRoute } from '../desk/route';
import { busyWith } from '../platform/fake/calls';
import { FakeOffice } from '../platform/fake/office';
import { openWindow } from '../test/render';
import { useWorklistState } from '../worklist/state';

const first = () => screen.getByTestId('outcome-1');
const shownTask = async () => (await screen.findByTestId('sheet')).dataset.task;

/** Opens the sheet of that task. */
async function call(task: string) {
  const opened = openWindow();
  await screen.findAllByTestId('task-row');
  const name = opened.platform.office.task(task).client!.name;
  useWorklistState.getState().lookAt(task, name);
  await waitFor(async () => expect(await shownTask()).toBe(task));
  await waitFor(() => expect(document.activeElement).toBe(first()));
  return opened;
}

/** The button on the sheet of t1, once all tries are used up. */
async function giveUpButton() {
  useWorklistState.getState().lookAt('t1', '欧阳淑贞');
  await waitFor(async () => expect(await shownTask()).toBe('t1'));
  await waitFor(() => expect(document.activeElement).toBe(first()));
  return screen.findByTestId('give-up-open');
}

async function clientPage() {
  const opened = openWindow();
  await screen.findAllByTestId('task-row');
  useRoute.getState().go({ page: 'clients', client: 'c1' });
  await screen.findByTestId('client-page');
  return opened;
}

beforeEach(() => vi.useRealTimers());

describe('an outcome in two keys', () => {
  it.each([
    ['2', 'no_answer'],
    ['3', 'busy'],
    ['5', 'refused'],
    ['6', 'wrong_number'],
  ])('%s and Enter write %s down, and the next one comes', async (digit, outcome) => {
    const { platform, user } = await call('t1');
    await user.keyboard(`${digit}{Enter}`);
    await waitFor(() => expect(platform.office.records[0]?.brief.outcome).toBe(outcome));
    expect(platform.office.records[0]?.tasks).toContain('t1');
  });
  it('says by the button that Enter saves', async () => {
    const { user } = await call('t1');
    await user.keyboard('2');
    expect(screen.getByTestId('save').textContent).toContain('Enter');
  });
  it('another digit corrects the first before anything is written', async () => {
    const { platform, user } = await call('t1');
    await user.keyboard('23{Enter}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    expect(platform.office.records[0]?.brief.outcome).toBe('busy');
  });
  it('Enter of the input method saves nothing', async () => {
    const { platform, user } = await call('t1');
    await user.keyboard('2');
    fireEvent.keyDown(document.activeElement!, { key: 'Enter', keyCode: 229 });
    expect(platform.office.records).toHaveLength(0);
  });
});

describe('the channel', () => {
  it('is one key back from the first question, and its digit leads on', async () => {
    const task = Array.from({ length: 20 }, (_, at) => `t${at + 1}`).find((id) => new FakeOffice('some').detail(id).row.channels.length > 1)!;
    const { user } = await call(task);
    await user.keyboard('{Shift>}{Tab}{/Shift}');
    expect(document.activeElement).toBe(screen.getByTestId('channel-1'));
    await user.keyboard('2');
    expect(screen.getByTestId('channel-2').getAttribute('aria-checked')).toBe('true');
    expect(document.activeElement).toBe(first());
  });
});

describe('a promised hour', () => {
  it('is typed as it was said', async () => {
    const { platform, user } = await call('t1');
    await user.keyboard('4');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('again-on')));
    await user.type(screen.getByTestId('again-on'), '1010 15:30');
    expect(screen.getByText(/明天 15:30/)).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    expect(platform.office.task('t1').again_on).toBe('2026-10-10T15:30');
  });
});

describe('the numbers', () => {
  it('name the one that is rung, and a wrong one is marked and another offered', async () => {
    const { platform, user } = await call('t1');
    await user.keyboard('6{Enter}');
    await waitFor(() => expect(platform.office.records[0]?.phone).toBe('13812346621'));
    useWorklistState.getState().lookAt('t1', '欧阳淑贞');
    await waitFor(() => expect(screen.getAllByTestId('phone-line')[0]?.dataset.wrong).toBe('true'));
    expect(screen.getByTestId('verify').textContent).toContain('另一个号码');
    await waitFor(() => expect(document.activeElement).toBe(first()));
    await user.keyboard('2{Enter}');
    await waitFor(() => expect(platform.office.records).toHaveLength(2));
    expect(platform.office.records[0]?.phone, 'the other one was rung').toBe('13998765432');
  });
});

describe('somebody else on the line', () => {
  it('is named before anything is written, and is taken over from only when asked', async () => {
    const opened = openWindow();
    await screen.findAllByTestId('task-row');
    opened.platform.office.claims.set('c1', busyWith());
    useWorklistState.getState().lookAt('t1', '欧阳淑贞');
    expect((await screen.findByTestId('claim')).textContent).toContain('周敏 09:52 起正在与这位客户通话');
    await waitFor(() => expect(document.activeElement).toBe(first()));
    await opened.user.keyboard('2{Enter}');
    expect(opened.platform.office.records).toHaveLength(0);
    await opened.user.click(screen.getByTestId('claim-take'));
    await waitFor(() => expect(screen.queryByTestId('claim')).toBeNull());
    expect(opened.platform.office.claims.get('c1')?.staff).toBe('s1');
  });
  it('says with whom of the household somebody else is on the line', async () => {
    const { platform } = openWindow();
    await screen.findAllByTestId('task-row');
    platform.office.claims.set('c1', busyWith(undefined, '欧阳敏'));
    useWorklistState.getState().lookAt('t1', '欧阳淑贞');
    expect((await screen.findByTestId('claim')).textContent).toContain('周敏 09:52 起正在与同一户的欧阳敏通话');
  });
  it('is answered by keys alone: what would be saved leads to the question, and Enter takes over', async () => {
    const opened = openWindow();
    await screen.findAllByTestId('task-row');
    opened.platform.office.claims.set('c1', busyWith());
    useWorklistState.getState().lookAt('t1', '欧阳淑贞');
    await screen.findByTestId('claim');
    await waitFor(() => expect(document.activeElement).toBe(first()));
    await opened.user.keyboard('2{Enter}');
    expect(document.activeElement).toBe(screen.getByTestId('claim-take'));
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByTestId('claim')).toBeNull());
    expect(document.activeElement?.closest('[data-question]')?.getAttribute('data-question')).toBe('outcome');
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(opened.platform.office.records[0]?.brief.outcome).toBe('no_answer'));
  });
  it('one’s own claim ends with the sheet', async () => {
    const { platform, user } = await call('t1');
    await waitFor(() => expect(platform.office.claims.get('c1')?.staff).toBe('s1'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(platform.office.claims.has('c1')).toBe(false));
  });
});

describe('giving up', () => {
  it('is offered when all tries are used up, asks why by one digit, and can be undone', async () => {
    const { platform, user } = await call('t1');
    await user.keyboard('5{Enter}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    await user.click(await giveUpButton());
    await screen.findByTestId('give-up');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('lost-why-1')));
    await user.keyboard('3{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.office.lost).toEqual([{ task: 't1', why: 'refused', note: '', approver: null }]));
    await screen.findByTestId('undo');
  });
  it('needs words for another reason', async () => {
    const { platform, user } = await call('t1');
    await user.keyboard('5{Enter}');
    await waitFor(() => expect(platform.office.records).toHaveLength(1));
    await user.click(await giveUpButton());
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('lost-why-1')));
    await user.keyboard('6{Control>}{Enter}{/Control}');
    expect(await screen.findByText('选了“其他原因”,请写明')).toBeTruthy();
    expect(platform.office.lost).toHaveLength(0);
  });
});

describe('on the client’s page', () => {
  it('Ctrl+I writes down that he rang or walked in, in words', async () => {
    const { platform, user } = await clientPage();
    await user.keyboard('{Control>}i{/Control}');
    const note = await screen.findByTestId('contact-note');
    await user.type(note, 'abc');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.office.contacts).toHaveLength(1));
    expect(platform.office.contacts[0]).toMatchObject({ client: 'c1', purpose: 'business', outcome: 'reached', note: 'abc', tasks: [] });
  });
  it('a follow-up may settle open tasks, with their questions', async () => {
    const { platform, user } = await clientPage();
    await user.keyboard('{Control>}i{/Control}');
    await screen.findByTestId('contact');
    await user.click(screen.getByTestId('contact-purpose-2'));
    await user.click(await screen.findByTestId('contact-task-t1'));
    await user.click(await screen.findByTestId('field-timely-1'));
    await user.click(screen.getByTestId('field-effect-1'));
    await user.click(document.querySelector('#contact-ok')!);
    await waitFor(() => expect(platform.office.contacts).toHaveLength(1));
    expect(platform.office.contacts[0]?.tasks).toEqual([{ task: 't1', answers: { timely: '满意', effect: '满意' }, unanswered: {} }]);
    expect(platform.office.task('t1').state).toBe('done');
  });
  it('a follow-up is added by hand and stands on the list', async () => {
    const { platform, user } = await clientPage();
    await user.click(screen.getByTestId('ask-open'));
    await user.type(await screen.findByTestId('ask-day'), '1012');
    await user.type(screen.getByTestId('ask-reason'), 'abc');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.office.tasks.at(-1)?.title).toBe('单独回访'));
    expect(platform.office.tasks.at(-1)).toMatchObject({ due: '2026-10-12', client: { id: 'c1' } });
  });
  it('a record is moved to the client to whom it belongs', async () => {
    const { platform, user } = await clientPage();
    await user.click((await screen.findAllByTestId('item-menu'))[0]!);
    await user.click(await screen.findByTestId('move-record'));
    await user.type(await screen.findByTestId('reason'), 'abc');
    await user.click(document.querySelector('#reason-ok')!);
    expect(await screen.findByText('请选择客户')).toBeTruthy();
    expect(platform.office.moves).toHaveLength(0);
    await user.type(screen.getByRole('combobox', { name: '应当是谁的' }), 'YZ10002');
    const option = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('.ant-select-item-option');
      expect(found).not.toBeNull();
      return found!;
    });
    await user.click(option);
    await user.click(document.querySelector('#reason-ok')!);
    await waitFor(() => expect(platform.office.moves).toEqual([{ record: expect.any(String), client: 'c2' }]));
  });
});

describe('what to say', () => {
  it('stands open with the name and place filled in, and stays folded for who folds it up', async () => {
    const { platform, user } = await call('t1');
    const script = screen.getByTestId('script') as HTMLDetailsElement;
    expect(script.open).toBe(true);
    expect(script.textContent).toContain('安居物业客户服务部');
    script.open = false;
    fireEvent(script, new Event('toggle'));
    await user.keyboard('2{Enter}');
    const next = platform.office.task('t2').client!.name;
    useWorklistState.getState().lookAt('t2', next);
    await waitFor(async () => expect(await shownTask()).toBe('t2'));
    expect((screen.getByTestId('script') as HTMLDetailsElement).open).toBe(false);
  });
});
