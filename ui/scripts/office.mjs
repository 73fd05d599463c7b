// The page on the fake platform in Debian's Chromium: what the pictures and whoever looks at a screen need.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { build, preview } from 'vite';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Without these Chromium looks for its maker's hosts at every start. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Builds the page, serves it and starts Chromium; gives back both with a way to end them. Built, it opens many times as fast. Scroll
 * bars are seen as people see them.
 */
export async function openOffice() {
  const outDir = fileURLToPath(new URL('../../out/page', import.meta.url));
  await build({ root, build: { outDir, emptyOutDir: true }, logLevel: 'error' });
  const server = await preview({ root, build: { outDir }, preview: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, ignoreDefaultArgs: ['--hide-scrollbars'] });
  const url = server.resolvedUrls.local[0];
  const close = () => Promise.all([browser.close(), server.close()]);
  return { browser, url, close };
}
