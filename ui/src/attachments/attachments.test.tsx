import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { lonelyTask, openSheet } from '../conventions/support';
import { FakeOffice } from '../platform/fake/office';
import { openWindow } from '../test/render';

/** A hand that has drawn one stroke: there is no canvas here to draw on. */
vi.mock('signature_pad', () => ({
  default: class {
    private strokes = [{ points: [{ x: 1, y: 2, time: 3, pressure: 0.5 }] }];
    addEventListener = (_name: string, told: () => void) => setTimeout(told);
    removeEventListener = () => undefined;
    off = () => undefined;
    isEmpty = () => this.strokes.length === 0;
    clear = () => void (this.strokes = []);
    toData = () => this.strokes;
    fromData = (strokes: typeof this.strokes) => void (this.strokes = strokes);
    toDataURL = () => 'data:image/png;base64,iVBORw0=';
  },
}));

const photo = () => new File(['x'], 'a.jpg', { type: 'image/jpeg' });

async function openClient() {
  const opened = openWindow();
  await opened.user.click(await screen.findByTestId('nav-clients'));
  await opened.user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
  await opened.user.click(await screen.findByTestId('story-files'));
  const section = await screen.findByTestId('attachment-section');
  await within(section).findAllByTestId('file');
  return { ...opened, section };
}

describe('the files of a client', () => {
  it('are shown, and opened with the program that the system has for them', async () => {
    const { platform, user, section } = await openClient();
    expect(within(section).getAllByTestId('file').map((file) => file.dataset.kind)).toEqual(['recording', 'pdf', 'photo']);
    await user.click(within(section).getAllByTestId('file-open')[1]!);
    await waitFor(() => expect(platform.opened[0]).toMatch(/huifang-view.*\.pdf$/));
  });
  it('come in by dropping and by pasting', async () => {
    const { section } = await openClient();
    const zone = within(section).getByTestId('drop-zone');
    fireEvent.drop(zone, { dataTransfer: { files: [photo()] } });
    await waitFor(() => expect(within(section).getAllByTestId('file')).toHaveLength(4));
    const paste = createEvent.paste(zone, { clipboardData: { files: [photo()] } });
    fireEvent(zone, paste);
    await waitFor(() => expect(within(section).getAllByTestId('file')).toHaveLength(5));
  });
  it('that cannot be kept are refused beside the button, with what can be kept', async () => {
    const { platform, user, section } = await openClient();
    platform.chosen.splice(0, 1, '/home/office/表.xlsx');
    await user.click(within(section).getByTestId('attach'));
    expect((await within(section).findByTestId('attach-failed')).dataset.code).toBe('attachment_kind');
  });
  it('are struck out with a reason, and stay', async () => {
    const { platform, user, section } = await openClient();
    await user.click(within(section).getAllByTestId('file-strike')[0]!);
    await screen.findByTestId('reason');
    await user.click(document.getElementById('reason-ok')!);
    expect(platform.asked).not.toContain('strike_attachment');
    await user.type(screen.getByTestId('reason'), '录错了');
    await user.click(document.getElementById('reason-ok')!);
    await waitFor(() => expect(platform.office.forms.files.filter((file) => file.struck)).toHaveLength(1));
    expect(await within(section).findByText('已删除 1 个')).toBeTruthy();
  });
});

describe('a signature', () => {
  it('stands under the answers as they were, and is asked again when they change', async () => {
    const { platform, user } = openWindow();
    await openSheet(lonelyTask(platform, 'move_in'));
    await user.keyboard('11');
    await user.click(screen.getByTestId('field-signed-sign'));
    await waitFor(() => expect(screen.getByTestId('sign-ok').hasAttribute('disabled')).toBe(false));
    await user.click(screen.getByTestId('sign-ok'));
    await waitFor(() => expect(platform.office.forms.signed[0]?.answers.answers).toEqual({ service: '满意' }));
    expect(platform.office.forms.signed[0]?.strokes).toEqual([[{ x: 1, y: 2, time: 3, pressure: 0.5 }]]);
    // Whoever signed by keyboard's Enter goes on where the pad was opened.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('field-signed-sign')));
    const question = screen.getByTestId('field-signed');
    await within(question).findByText(/已签名/);
    screen.getByTestId('field-service-1').focus();
    await user.keyboard('2');
    await within(question).findByText(/签名之后内容又改过/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(platform.asked).not.toContain('record_follow_up');
  });
});

describe('a correction', () => {
  it('needs a reason, and stands beside the record that it corrects', async () => {
    const { platform, user } = await openClient();
    await user.click(screen.getByTestId('story-all'));
    const record = (await screen.findAllByTestId('timeline-item')).find((item) => item.dataset.kind === 'record')!;
    await user.click(within(record).getByTestId('item-menu'));
    await user.click(await screen.findByTestId('correct-record'));
    await screen.findByTestId('correction');
    await user.click(document.getElementById('correction-ok')!);
    expect(platform.asked).not.toContain('correct_record');
    await user.type(screen.getByTestId('correction-reason'), '听错了');
    await user.click(screen.getByTestId('field-satisfied-3'));
    await user.click(document.getElementById('correction-ok')!);
    await waitFor(() => expect(platform.office.forms.corrections[0]).toMatchObject({ reason: '听错了', tasks: [{ answers: { satisfied: '不满意' } }] }));
  });
});

describe('a home visit that the client has still to sign', () => {
  /** The fake office with such a visit to the first client. */
  function visited() {
    const office = new FakeOffice('some');
    const task = office.task('t1');
    const { record } = office.record({ tasks: [{ task: 't1', answers: {}, unanswered: {} }], channel: 'home_visit', outcome: 'reached', on: null, again_on: null, phone: null, note: '', by: null, exception: null, attachments: [] });
    task.unsigned = record;
    return { office, task };
  }
  const bring = (bar: HTMLElement) => fireEvent.drop(within(bar).getByTestId('drop-zone'), { dataTransfer: { files: [photo()] } });

  it('stands under a chip of its own as ■ 待签字, and the photo of the sheet clears it', async () => {
    const { office, task } = visited();
    const { user } = openWindow('', office);
    await user.click(await screen.findByTestId('tab-unsigned'));
    const row = await screen.findByTestId('task-row');
    expect(row.querySelector('[data-look=sign]')?.textContent).toBe('■待签字');
    bring(await screen.findByTestId('unsigned'));
    await waitFor(() => expect(task.unsigned).toBeNull());
    expect(office.forms.files[0]?.record, 'it belongs to the record').toBe(office.records[0]?.brief.id);
    expect(await screen.findByText('上门回访都签过字了')).toBeTruthy();
  });
  it('is marked in the client’s story, and cleared there', async () => {
    const { office } = visited();
    const { user } = openWindow('', office);
    await user.click(await screen.findByTestId('nav-clients'));
    await user.dblClick((await screen.findAllByTestId('client-row'))[0]!);
    bring(await within(await screen.findByTestId('timeline')).findByTestId('unsigned'));
    await waitFor(() => expect(screen.queryByTestId('unsigned')).toBeNull());
  });
});
