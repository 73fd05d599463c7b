// Takes every screen and the main dialogs on the fake platform, at two sizes and in large type, light and dark, in four kinds
// of office, into out/shots. `npm run shots -- worklist,call 1280 dark` takes only the scenes whose names begin so, that size and
// that theme. The pictures are for looking at; they are not kept. What a picture does not show at a glance (text that is cut off
// and has no tooltip, what stands out of the window) is printed as well.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf } from './faults.mjs';
import { openOffice, root } from './office.mjs';
import { scenes } from './scenes.mjs';

const SIZES = [
  { name: '1280', width: 1280, height: 800, scale: 1 },
  { name: '1920', width: 1920, height: 1080, scale: 1 },
  // 150 % at 1280 by 800: the window zooms, so the page has so many of its own pixels.
  { name: '1280z', width: 853, height: 533, scale: 1.5 },
];
const THEMES = ['light', 'dark'];

const [names = '', wantedSize = '', wantedTheme = ''] = process.argv.slice(2);
const wanted = scenes.filter(({ name }) => names.split(',').some((start) => name.startsWith(start)));
const folder = join(root, '..', 'out', 'shots');
mkdirSync(folder, { recursive: true });
const { browser, url, close } = await openOffice();
const missed = [];
for (const size of SIZES.filter(({ name }) => wantedSize === '' || name === wantedSize)) {
  for (const theme of THEMES.filter((name) => wantedTheme === '' || name === wantedTheme)) {
    const viewport = { width: size.width, height: size.height };
    const context = await browser.newContext({ viewport, deviceScaleFactor: size.scale, colorScheme: theme, locale: 'zh-CN' });
    for (const scene of wanted) await take(context, scene, `${size.name}-${theme}`);
    await context.close();
  }
}
await close();
if (missed.length > 0) {
  process.stderr.write(`not reached:\n${missed.join('\n')}\n`);
  process.exitCode = 1;
}

/** One picture; what the scene before left behind in the browser is cleared away first. */
async function take(context, scene, look) {
  const page = await context.newPage();
  const broken = [];
  page.on('pageerror', (error) => broken.push(error.message.split('\n')[0]));
  await page.addInitScript((reminds) => {
    localStorage.clear();
    if (!reminds) for (const key of ['huifang.autostartAsked', 'huifang.pinOffered.s1']) localStorage.setItem(key, 'asked');
  }, scene.reminds === true);
  await page.goto(`${url}?${scene.query}`);
  await page.locator('#root > *').first().waitFor();
  await page.waitForTimeout(150);
  const reminder = page.locator('[data-testid="reminder-known"]');
  if (!scene.reminds && (await reminder.isVisible())) await reminder.click();
  await scene.go(page).catch((error) => missed.push(`${scene.name} ${look}: ${error.message.split('\n')[0]}`));
  // A page that is opened for the first time is read first.
  await page.waitForFunction(() => document.querySelector('main')?.childElementCount !== 0).catch(() => missed.push(`${scene.name} ${look}: an empty page`));
  await page.waitForTimeout(250);
  await page.screenshot({ path: join(folder, `${scene.name}-${look}.png`) });
  const faults = [...broken, ...(await page.evaluate(faultsOf))];
  if (faults.length > 0) process.stdout.write(`${scene.name} ${look}\n${faults.map((fault) => `  ${fault}`).join('\n')}\n`);
  await page.close();
}
