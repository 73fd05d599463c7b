import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../test/render';

async function newClient() {
  const opened = openWindow();
  await opened.user.click(await screen.findByTestId('nav-clients'));
  await screen.findByTestId('client-list');
  await opened.user.keyboard('{F2}');
  await screen.findByTestId('client-form');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('client-name')));
  return opened;
}

describe('convention 14: checks speak early, beside the field, in plain Chinese, and rarely forbid', () => {
  it('says beside the identity number what is wrong with it, before anything is saved', async () => {
    const { platform, user } = await newClient();
    await user.type(screen.getByTestId('client-id_number'), '110105194912310021');
    expect((await screen.findByTestId('note-id_number')).textContent).toContain('校验位不对,请核对最后一位');
    expect(platform.asked).not.toContain('save_client');
  });

  it('saves all the same: nobody is sent away for a number', async () => {
    const { user } = await newClient();
    await user.type(screen.getByTestId('client-name'), '庚七');
    await user.type(screen.getByTestId('client-id_number'), '1101');
    await screen.findByTestId('note-id_number');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByTestId('client-page')).textContent).not.toBe('');
  });

  it('names the client who has the same telephone, and opens him', async () => {
    const { user } = await newClient();
    await user.type(screen.getByTestId('contact-0-phones'), '13812346621');
    expect((await screen.findByTestId('note-contact.0')).textContent).toContain('此电话已有:欧阳淑贞(3栋1单元1202)');
    await user.click(screen.getByTestId('note-open'));
    expect((await screen.findByTestId('client-page')).dataset.client).toBe('c1');
  });

  it('fills in birthday and sex from the identity number, and says so', async () => {
    const { user } = await newClient();
    await user.type(screen.getByTestId('client-id_number'), '11010519491231002X');
    await waitFor(() => expect((screen.getByTestId('client-born') as HTMLInputElement).value).toBe('1949-12-31'));
    expect(screen.getByTestId('client-sex-2').getAttribute('aria-checked')).toBe('true');
    expect(screen.getAllByText('由身份证填入')).toHaveLength(2);
  });

  it('never overwrites silently: a birthday that contradicts stays, with the other offered beside it', async () => {
    const { user } = await newClient();
    const born = screen.getByTestId('client-born') as HTMLInputElement;
    await user.type(born, '1950-12-31');
    await user.type(screen.getByTestId('client-id_number'), '11010519491231002X');
    expect((await screen.findByTestId('note-born')).textContent).toContain('与身份证不符');
    expect(born.value).toBe('1950-12-31');
    await user.click(screen.getByTestId('take-born'));
    expect(born.value).toBe('1949-12-31');
  });

  it('asks for the one thing that is needed where it is missing, and leads there', async () => {
    const { platform, user } = await newClient();
    screen.getByTestId('client-place').focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('请填写姓名');
    expect(document.activeElement).toBe(screen.getByTestId('client-name'));
    expect(platform.asked).not.toContain('save_client');
  });

  it('moves by Enter from field to field to 保存, and not by the Enter that ends a composition', async () => {
    const { user } = await newClient();
    const name = screen.getByTestId('client-name');
    fireEvent.keyDown(name, { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(name);
    // WebKit ends the composition first, and tells by the key code alone.
    fireEvent.keyDown(name, { key: 'Enter', keyCode: 229 });
    expect(document.activeElement).toBe(name);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByTestId('client-id_number'));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(document.activeElement).toBe(name);
    for (let step = 0; step < 30 && document.activeElement?.id !== 'client-save'; step++) await user.keyboard('{Enter}');
    expect(document.activeElement?.id).toBe('client-save');
  });
});
