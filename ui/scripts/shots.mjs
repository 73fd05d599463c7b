// Takes every screen and the main dialogs on the fake platform, at two sizes, light and dark, in four kinds of office,
// into out/shots. `npm run shots -- worklist 1280z` takes only the scenes whose name begins so, and only that size. The pictures are for looking
// at; they are not kept.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openOffice, root } from './office.mjs';

const SIZES = [
  { name: '1280', width: 1280, height: 800, scale: 1 },
  { name: '1920', width: 1920, height: 1080, scale: 1 },
  // 150 % at 1280 by 800: the window zooms, so the page has so many of its own pixels.
  { name: '1280z', width: 853, height: 533, scale: 1.5 },
];
const THEMES = ['light', 'dark'];
const OFFICES = { some: '', empty: 'empty=1', long: 'long=1', many: 'many=1' };
const PAGES = ['worklist', 'clients', 'problems', 'import', 'report', 'policy', 'about'];

const at = (id) => `[data-testid="${id}"]`;
const press = (...keys) => async (page) => {
  for (const key of keys) await page.keyboard.press(key);
};
const click = (...ids) => async (page) => {
  for (const id of ids) await page.locator(at(id)).first().click();
};
const inTurn = (...steps) => async (page) => {
  for (const step of steps) await step(page);
};

/** A scene: its name, what stands after `?`, how to get there. */
const scenes = [
  ...Object.entries(OFFICES).flatMap(([office, query]) => [
    ...PAGES.map((name, index) => ({ name: `${name}-${office}`, query, go: press(`Control+${index + 1}`) })),
    { name: `client-${office}`, query, skip: office === 'empty', go: inTurn(press('Control+2'), click('client-row'), press('Enter')) },
  ]),
  { name: 'start', query: 'start=1', go: async () => undefined },
  { name: 'who-works', query: 'nobody=1', go: async () => undefined },
  { name: 'call', query: '', go: inTurn(press('Enter', '1'), async (page) => page.waitForTimeout(150)) },
  { name: 'call-unhappy', query: '', go: inTurn(press('Enter', '1', '3', 'Control+Enter'), async (page) => page.waitForTimeout(150)) },
  { name: 'found', query: '', go: inTurn(press('Control+k'), async (page) => page.keyboard.type('张')) },
  { name: 'settings', query: '', go: press('Control+,') },
  { name: 'keys', query: '', go: press('F1') },
  { name: 'pin', query: '', go: inTurn(click('who', 'menu-pin')) },
  { name: 'lock', query: '', go: press('Control+l') },
  { name: 'lock-pin', query: 'pin=1', go: press('Control+l') },
  { name: 'staff-menu', query: '', go: click('who') },
  { name: 'task-menu', query: '', go: click('task-menu') },
  { name: 'rectify', query: '', go: inTurn(press('Control+3'), click('problem-row')) },
  { name: 'office-work', query: '', go: click('work-row') },
  { name: 'class', query: '', go: inTurn(press('Control+2'), click('client-row'), press('Enter'), click('client-menu', 'set-class')) },
  { name: 'holidays', query: '', go: inTurn(press('Control+6'), click('holidays-open')) },
];

const [wanted = '', wantedSize = ''] = process.argv.slice(2);
const folder = join(root, '..', 'out', 'shots');
mkdirSync(folder, { recursive: true });
const { browser, url, close } = await openOffice();
const missed = [];
for (const size of SIZES.filter(({ name }) => wantedSize === '' || name === wantedSize)) {
  for (const theme of THEMES) {
    const viewport = { width: size.width, height: size.height };
    const context = await browser.newContext({ viewport, deviceScaleFactor: size.scale, colorScheme: theme, locale: 'zh-CN' });
    for (const scene of scenes.filter(({ name, skip }) => !skip && name.startsWith(wanted))) {
      const page = await context.newPage();
      await page.addInitScript(() => localStorage.setItem('huifang.autostartAsked', 'asked'));
      await page.goto(`${url}?${scene.query}`);
      await page.locator('#root > *').first().waitFor();
      await page.waitForTimeout(350);
      await scene.go(page).catch((error) => missed.push(`${scene.name} ${size.name}: ${error.message.split('\n')[0]}`));
      await page.waitForTimeout(350);
      await page.screenshot({ path: join(folder, `${scene.name}-${size.name}-${theme}.png`) });
      await page.close();
    }
    await context.close();
  }
}
await close();
if (missed.length > 0) {
  process.stderr.write(`not reached:\n${missed.join('\n')}\n`);
  process.exitCode = 1;
}
