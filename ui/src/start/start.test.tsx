import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow } from '../test/render';

type User = ReturnType<typeof openWindow>['user'];

/** What a person does, counted: a click, or a field with the Enter that confirms it. */
function counting(user: User) {
  let acts = 0;
  return {
    acts: () => acts,
    /** Done outside the window. */
    count: () => (acts += 1),
    click: async (testId: string) => {
      acts += 1;
      await user.click(await screen.findByTestId(testId));
    },
    /** Types into what has the focus and confirms. */
    confirm: async (text: string) => {
      acts += 1;
      await user.keyboard(`${text}{Enter}`);
    },
    key: async (keys: string) => {
      acts += 1;
      await user.keyboard(keys);
    },
  };
}

const stepIs = (step: string) => waitFor(() => expect(screen.getByTestId('new-office').dataset.step).toBe(step));
const hasFocus = (testId: string) => waitFor(() => expect(document.activeElement).toBe(screen.getByTestId(testId)));

/** From the first screen to the last step, by Enter alone. */
async function fillIn(person: ReturnType<typeof counting>) {
  await person.click('sector-property');
  await hasFocus('office-name');
  await person.confirm('安居物业');
  await stepIs('packs');
  await hasFocus('choose-pack-002-12');
  await waitFor(() => expect(screen.queryByTestId('params-002-12')).toBeTruthy());
  await person.confirm('');
  await hasFocus('person-name');
  await person.confirm('林晓');
  await hasFocus('begin-import');
}

it('needs at most twelve actions from a fresh start to the first recorded follow-up', async () => {
  const { platform, user } = openWindow('start=fresh');
  const person = counting(user);
  await fillIn(person);
  expect(person.acts()).toBe(4);
  // The button, the files in the system's dialog, and saying yes to what they would do.
  await person.click('begin-import');
  person.count();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('import-run')), { timeout: 8000 });
  await person.key('{Enter}');
  await hasFocus('import-to-work');
  await person.key('{Enter}');
  await screen.findAllByTestId('task-row');
  await screen.findByTestId('sheet');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('task-list')));
  await person.key('{F9}');
  await waitFor(() => expect(platform.asked).toContain('record_follow_up'));
  expect(platform.office.records).toHaveLength(1);
  expect(person.acts()).toBeLessThanOrEqual(12);
});

it('reaches the client, asks and saves within twelve actions too', async () => {
  const { platform, user } = openWindow('start=fresh');
  const person = counting(user);
  await person.click('sector-property');
  await person.click('sample-office');
  await screen.findByTestId('sheet');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('task-list')));
  await person.key('{Enter}');
  await hasFocus('outcome-1');
  for (const digit of ['1', '1', '1', '1']) await person.key(digit);
  await person.key('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(platform.asked).toContain('record_follow_up'));
  expect(person.acts()).toBeLessThanOrEqual(12);
});

it('makes the office with what was filled in, and begins empty with what to do next', async () => {
  const { platform, user } = openWindow('start=fresh');
  const person = counting(user);
  await fillIn(person);
  await person.click('create-office');
  await screen.findByTestId('first-import');
  expect(platform.office.name).toBe('安居物业');
  expect(screen.getByTestId('who').textContent).toContain('林晓物业助理');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('first-import')));
  await user.keyboard('{Enter}');
  await screen.findAllByTestId('import-file', undefined, { timeout: 8000 });
});

it('loses nothing on the way back', async () => {
  const { user } = openWindow('start=fresh');
  await fillIn(counting(user));
  await user.click(screen.getByTestId('back-to-name'));
  const name = await screen.findByTestId<HTMLInputElement>('office-name');
  expect(name.value).toBe('安居物业');
  await user.click(screen.getByTestId('step-onward'));
  await user.click(await screen.findByTestId('choose-pack-003-04'));
  await user.click(screen.getByTestId('step-onward'));
  const person = await screen.findByTestId<HTMLInputElement>('person-name');
  expect(person.value).toBe('林晓');
  await user.click(screen.getByTestId('back-to-packs'));
  const chosen = within(await screen.findByTestId('offers')).getAllByRole<HTMLInputElement>('checkbox').filter((box) => box.checked);
  expect(chosen.map((box) => box.dataset.testid)).toEqual(['choose-pack-002-12', 'choose-pack-003-04']);
});

it('chooses the sector by arrows and Enter, and recommends its policy first', async () => {
  const { user } = openWindow('start=fresh');
  await hasFocus('sector-property');
  await user.keyboard('{ArrowRight}{Enter}');
  await user.keyboard('好牙口腔{Enter}');
  await stepIs('packs');
  const first = within(screen.getByTestId('offers')).getAllByRole<HTMLInputElement>('checkbox')[0]!;
  expect([first.dataset.testid, first.checked]).toEqual(['choose-pack-001-01', true]);
});

it('goes on only when what must be filled in is there, and says so beside the field', async () => {
  const { user } = openWindow('start=fresh');
  await user.click(await screen.findByTestId('sector-property'));
  await hasFocus('office-name');
  await user.keyboard('{Enter}');
  expect(screen.getByRole('alert').textContent).toBe('请写名称');
  await user.keyboard('安居{Enter}');
  await user.click(await screen.findByTestId('choose-pack-002-12'));
  await user.click(screen.getByTestId('step-onward'));
  expect(screen.getByRole('alert').textContent).toBe('请至少选一份制度');
  expect(screen.getByTestId('new-office').dataset.step).toBe('packs');
});

it('asks only for the blanks of a policy, and folds away what it merely leaves open', async () => {
  const { platform, user } = openWindow('start=fresh');
  await user.click(await screen.findByTestId('sector-property'));
  await user.keyboard('安居{Enter}');
  await user.click(await screen.findByTestId('choose-pack-002-13'));
  const blank = await screen.findByTestId<HTMLInputElement>('param-occasions');
  expect([blank.value, screen.queryByTestId('param-fix_within')]).toEqual(['', null]);
  await user.click(screen.getByTestId('step-onward'));
  expect((await screen.findByRole('alert')).textContent).toBe('请填写');
  expect(document.activeElement).toBe(blank);
  await user.type(blank, '节日庆祝{Enter}');
  await hasFocus('person-name');
  await user.keyboard('林晓{Enter}');
  await user.click(await screen.findByTestId('create-office'));
  await screen.findByTestId('first-import');
  expect(platform.asked).toContain('create_office');
});

it('does not go on by the Enter that confirms a candidate of the input method', async () => {
  const { user } = openWindow('start=fresh');
  await user.click(await screen.findByTestId('sector-property'));
  const name = await screen.findByTestId('office-name');
  await user.type(name, 'anju');
  name.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true } as KeyboardEventInit));
  expect(screen.getByTestId('new-office').dataset.step).toBe('name');
});

it('says early that a folder will not do', async () => {
  const { platform, user } = openWindow('start=fresh');
  platform.chooseFolder = () => Promise.resolve('/media/满了的盘');
  await user.click(await screen.findByTestId('sector-property'));
  await user.type(await screen.findByTestId('office-name'), '安居');
  await user.click(screen.getByTestId('office-dir-choose'));
  expect((await screen.findByRole('alert')).textContent).toContain('满了');
  await user.click(screen.getByTestId('step-onward'));
  expect(screen.getByTestId('new-office').dataset.step).toBe('name');
  await user.click(screen.getByTestId('office-dir-proposed'));
  await waitFor(() => expect(screen.getByTestId('office-dir').textContent).toBe('/home/office/文档/回访台/安居'));
});

it('keeps everything when nobody picks a list after all', async () => {
  const { platform, user } = openWindow('start=fresh');
  platform.chooseFiles = () => Promise.resolve([]);
  await fillIn(counting(user));
  await user.click(screen.getByTestId('begin-import'));
  expect(platform.asked).not.toContain('create_office');
  expect(screen.getByTestId('new-office').dataset.step).toBe('begin');
});
