// Every screen and every main dialog, and how to get there on the fake platform.

const at = (id) => `[data-testid="${id}"]`;
const press = (...keys) => async (page) => {
  for (const key of keys) await page.keyboard.press(key);
};
const click = (...ids) => async (page) => {
  for (const id of ids) await page.locator(at(id)).first().click({ timeout: 5000 });
};
const hover = (id) => async (page) => page.locator(at(id)).first().hover();
const type = (text) => async (page) => page.keyboard.type(text);
const fill = (id, text) => async (page) => page.locator(at(id)).first().fill(text, { timeout: 5000 });
const seen = (id) => async (page) => page.locator(at(id)).first().waitFor({ timeout: 5000 });
const pause = (ms) => async (page) => page.waitForTimeout(ms);
const inTurn = (...steps) => async (page) => {
  for (const step of steps) await step(page);
};
const nothing = async () => undefined;

const OFFICES = { some: '', empty: 'empty=1', long: 'long=1', many: 'many=1' };
const KINDS = Object.keys(OFFICES);
/** The pages in the order of the menu; the first nine have a key. */
const PAGES = ['worklist', 'clients', 'matters', 'problems', 'rounds', 'messages', 'import', 'report', 'policy', 'about'];

/** The same scene in several kinds of office. */
const inOffices = (kinds, name, go) => kinds.map((kind) => ({ name: `${name}-${kind}`, query: OFFICES[kind], go }));
const scene = (name, go, query = '') => ({ name, query, go });

const TWO = ['some', 'long'];
const THREE = ['some', 'long', 'many'];
const nav = (page) => click(`nav-${page}`);
const client = inTurn(nav('clients'), seen('client-row'), click('client-row'), press('Enter'), seen('client-page'));
const matter = inTurn(nav('matters'), click('matter-card'), press('Enter'), seen('matter-page'));
/** The call at the visit, whose form has every type of field. */
const visit = inTurn(seen('task-row'), async (page) => page.locator(at('task-row')).filter({ hasText: '入伙' }).first().click(), pause(400));
const call = inTurn(seen('sheet'), pause(250), press('Enter'), pause(150), press('1'), pause(250));
const fourMarks = inTurn(pause(250), press('Shift+Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'), pause(200));

const pages = PAGES.flatMap((page) => inOffices(KINDS, page, nav(page)));

const worklist = [
  ...inOffices(TWO, 'call', call),
  ...inOffices(TWO, 'call-unhappy', inTurn(call, press('3'), pause(150), press('1'), seen('foresight'))),
  ...inOffices(TWO, 'call-visit', inTurn(visit, click('channel-1', 'outcome-1'), pause(200))),
  scene('call-visit-below', inTurn(visit, click('channel-1', 'outcome-1'), async (page) => page.locator('[data-testid="sheet"] [data-question]').last().scrollIntoViewIfNeeded())),
  scene('call-missing', inTurn(call, press('Control+Enter'), pause(200))),
  scene('call-no-answer', inTurn(seen('task-row'), pause(250), press('Enter'), pause(150), press('2'), pause(300))),
  scene('call-again', inTurn(seen('task-row'), pause(250), press('Enter'), pause(150), press('4'), pause(300))),
  scene('call-saved', inTurn(seen('task-row'), press('F9'), pause(300))),
  ...inOffices(TWO, 'marks', inTurn(seen('task-row'), fourMarks, pause(200))),
  scene('bulk-reassign', inTurn(seen('task-row'), fourMarks, click('bulk-reassign'), seen('bulk'))),
  scene('bulk-reschedule', inTurn(seen('task-row'), fourMarks, click('bulk-reschedule'), seen('bulk'))),
  scene('bulk-waive', inTurn(seen('task-row'), fourMarks, click('bulk-waive'), seen('bulk'))),
  scene('peek', inTurn(seen('task-row'), press('Space'), pause(300))),
  scene('unassigned', inTurn(click('whose-unassigned'), pause(300))),
  scene('no-phone', inTurn(click('tab-all', 'whose-no_phone'), pause(300), click('task-row'))),
  scene('view-new', inTurn(click('view-add'), seen('view-editor'), click('condition-add'))),
  ...inOffices(TWO, 'task-menu', click('task-menu')),
  ...['reschedule', 'reassign', 'waive', 'give_up'].flatMap((act) => inOffices(TWO, `decide-${act}`, click('task-menu', `decide-${act}`))),
  scene('print-menu', inTurn(call, click('print-menu'))),
  scene('paper', inTurn(call, press('Control+p'), seen('paper-page'))),
  scene('sign', inTurn(visit, click('channel-1', 'outcome-1'), async (page) => page.locator('[data-testid$="-sign"]').click({ timeout: 5000 }), pause(400))),
  scene('contact', inTurn(seen('task-row'), press('Control+i'), seen('contact'))),
  scene('office-work', click('work-row')),
  scene('draw', inTurn(seen('work-row'), click('line-draw'), seen('draw-population'))),
  scene('done-today', inTurn(seen('task-row'), press('F9', 'F9'), click('work-done'))),
  scene('drafts', inTurn(call, press('1', '3'), type('墙角还是返潮'), press('Escape', 'ArrowDown'), pause(300))),
  scene('paste', inTurn(nav('clients'), seen('client-row'), async (page) => page.evaluate(pasteRows))),
];

/** What somebody copied out of a spreadsheet. */
function pasteRows() {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', '姓名\t电话\t房号\n王秀兰\t13800001111\t3栋1单元1202\n李伟\t1390000222\t5栋2单元0301\n赵芳\t13700003333\t');
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

const archive = [
  ...inOffices(THREE, 'client', client),
  ...inOffices(TWO, 'client-edit', inTurn(client, press('F2'), seen('client-form'))),
  scene('client-new', inTurn(nav('clients'), press('F2'), seen('client-form'))),
  scene('own-fields', inTurn(nav('clients'), click('own-fields'))),
  ...inOffices(['some', 'long', 'empty'], 'tidy', inTurn(nav('clients'), click('go-tidy'))),
  ...inOffices(TWO, 'merge', inTurn(nav('clients'), click('go-tidy', 'pair-merge'), seen('merge'))),
  scene('class', inTurn(client, click('client-menu', 'set-class'))),
  scene('client-pause', inTurn(client, click('client-menu', 'decide-pause'))),
  scene('client-menu', inTurn(client, click('client-menu'))),
  scene('ask', inTurn(client, click('ask-open'), seen('ask'))),
  scene('client-contact', inTurn(client, click('contact-open'), seen('contact'))),
  scene('card', inTurn(client, click('print-card'), seen('paper-page'))),
  scene('client-records', inTurn(client, click('story-records'))),
  scene('client-files', inTurn(client, click('story-files'), pause(300))),
  scene('client-changes', inTurn(client, click('story-changes'), pause(300))),
  scene('item-menu', inTurn(client, hover('timeline-item'), click('item-menu'))),
  scene('correction', inTurn(client, click('story-records'), hover('timeline-item'), click('item-menu', 'correct-record'), seen('correction'))),
  scene('move-record', inTurn(client, click('story-records'), hover('timeline-item'), click('item-menu', 'move-record'), seen('move-to'))),
  scene('columns', inTurn(nav('clients'), click('grid-columns-open'), pause(200))),
];

const matters = [
  ...inOffices(KINDS, 'matters-table', inTurn(nav('matters'), click('matters-layout-2'), pause(300))),
  ...inOffices(TWO, 'matter', matter),
  ...inOffices(TWO, 'new-matter', inTurn(seen('task-row'), press('Control+n'), seen('new-matter'))),
  scene('new-matter-who', inTurn(seen('task-row'), press('Control+n'), seen('new-matter'), type('张'), pause(400))),
  scene('new-matter-full', inTurn(seen('task-row'), press('Control+n'), seen('new-matter'), type('张'), pause(400), press('Enter', '1'), pause(400))),
  scene('milestone', inTurn(matter, async (page) => page.locator('[data-testid="matter-page"] [data-testid^="reach-"]').first().click(), seen('milestone-dialog'))),
  scene('correct-matter', inTurn(matter, click('correct-matter'), seen('correct-form'))),
  scene('move-matter', inTurn(matter, click('move-matter'), seen('move-to'))),
  scene('strike-matter', inTurn(matter, click('strike-matter'), seen('reason'))),
  scene('bin', inTurn(nav('matters'), click('open-bin'))),
  ...inOffices(TWO, 'rectify', inTurn(nav('problems'), click('problem-row'), seen('problem-sheet'))),
  ...inOffices(TWO, 'round', inTurn(nav('rounds'), click('round'), seen('round-entry'))),
  scene('round-print', inTurn(nav('rounds'), click('round-print'), pause(300))),
];

const messages = [
  ...inOffices(TWO, 'messages-list', inTurn(nav('messages'), click('message-text'), pause(400))),
  scene('messages-new', inTurn(nav('messages'), click('text-new'), pause(300))),
];

const imports = [
  scene('import-look', inTurn(nav('import'), click('import-choose'), pause(400))),
  scene('import-preview', inTurn(nav('import'), click('import-choose'), seen('import-run'), pause(300))),
  scene('import-done', inTurn(nav('import'), click('import-choose'), seen('import-run'), click('import-run'), async (page) => page.locator(at('import-done')).waitFor({ timeout: 15_000 }))),
  scene('import-undo', inTurn(nav('import'), click('import-undo'), pause(300))),
];

/** The last quarter, which has figures. */
const quarter = inTurn(nav('report'), seen('report-period'), click('report-period'), pause(200), press('ArrowDown', 'Enter'), pause(500));
const policies = [
  scene('report-full', quarter),
  scene('figure', inTurn(quarter, click('figure-cell'), pause(400))),
  scene('policy-off', inTurn(nav('policy'), click('pack-000-06'), pause(300))),
  scene('policy-preview', inTurn(nav('policy'), click('pack-000-06'), pause(300), click('preview-run'), seen('preview'), async (page) => page.locator(at('preview')).scrollIntoViewIfNeeded())),
  scene('policy-more', inTurn(nav('policy'), click('params-more'), pause(200))),
  scene('compare', inTurn(nav('policy'), click('pack-compare'), seen('compare'), pause(300))),
  scene('pack-copy', inTurn(nav('policy'), click('pack-copy'), pause(300))),
  scene('pack-editor', inTurn(nav('policy'), click('pack-copy'), press('Enter', 'Enter'), pause(500), click('pack-edit'), seen('pack-editor'), pause(300))),
  scene('pack-pause', inTurn(nav('policy'), click('pack-pause'), pause(300))),
  scene('override', inTurn(nav('policy'), click('override-add'), pause(300))),
  scene('holidays', inTurn(nav('policy'), click('holidays-open'), pause(300))),
  scene('backlog', inTurn(nav('policy'), click('backlog-waive'), pause(300))),
];

const onward = click('step-onward');
const property = inTurn(seen('new-office'), click('sector-property'), pause(200));
const desk = [
  scene('start', nothing, 'start=1'),
  scene('start-fresh', nothing, 'start=fresh'),
  scene('start-name', property, 'start=fresh'),
  scene('start-packs', inTurn(property, type('安居物业客服中心'), onward, pause(300)), 'start=fresh'),
  scene('start-blank', inTurn(property, type('安居物业客服中心'), onward, click('choose-pack-002-13'), pause(400)), 'start=fresh'),
  scene('start-person', inTurn(property, type('安居物业客服中心'), onward, pause(300), onward, pause(300)), 'start=fresh'),
  scene('start-begin', inTurn(property, type('安居物业客服中心'), onward, pause(300), onward, pause(300), fill('person-name', '林晓'), onward, pause(300)), 'start=fresh'),
  scene('who-works', nothing, 'nobody=1'),
  scene('found', inTurn(press('Control+k'), type('张'), pause(300))),
  scene('found-long', inTurn(press('Control+k'), type('a'), pause(300)), 'long=1'),
  scene('found-none', inTurn(press('Control+k'), type('没有这个人'), pause(300))),
  scene('commands', inTurn(press('Control+k'), type('投诉'), pause(300))),
  scene('found-recent', press('Control+k')),
  scene('settings', press('Control+,')),
  scene('keys', press('F1')),
  scene('pin', click('who', 'menu-pin')),
  scene('lock', press('Control+l')),
  scene('lock-pin', press('Control+l'), 'pin=1'),
  scene('staff-menu', click('who')),
  scene('absences', inTurn(click('who', 'open-absences'), seen('absences'))),
  scene('recent-acts', inTurn(seen('task-row'), press('F9', 'F9'), click('recent-open'), seen('recent-acts'))),
  { ...scene('reminders', nothing), reminds: true },
  { ...scene('reminders-long', nothing, 'long=1'), reminds: true },
];

export const scenes = [...pages, ...worklist, ...archive, ...matters, ...messages, ...imports, ...policies, ...desk];
