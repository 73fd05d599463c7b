// The page on the fake platform in Debian's Chromium: what the pictures and whoever looks at a screen need.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Without these Chromium looks for its maker's hosts at every start. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Serves the page and starts Chromium; gives back both with a way to end them. */
export async function openOffice() {
  const server = await createServer({ root, server: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  await server.listen();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  const url = server.resolvedUrls.local[0];
  const close = () => Promise.all([browser.close(), server.close()]);
  return { browser, url, close };
}
