import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Without these Chromium looks for its maker's hosts at every start. */
const CHROMIUM = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const IN_CHROMIUM = 'src/**/*.browser.test.tsx';

export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: 'es2022',
    // A desktop program loads from the disk: one megabyte more is no wait, and fewer files are simpler.
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: { name: 'page', environment: 'happy-dom', setupFiles: ['./src/test/setup.ts'], include: ['src/**/*.test.{ts,tsx}'], exclude: [IN_CHROMIUM] },
      },
      {
        extends: true,
        // Everything is bundled before the first test: a page that is loaded anew in the middle of one fails it.
        optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', 'react-i18next', 'antd', 'antd/locale/zh_CN', 'axe-core', 'echarts/core', 'echarts/charts', 'echarts/components', 'echarts/renderers', 'i18next', 'zustand', '@tanstack/react-query', '@tanstack/react-virtual', '@testing-library/react', '@testing-library/user-event'] },
        test: {
          name: 'chromium',
          include: [IN_CHROMIUM],
          setupFiles: ['./src/test/browser.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: CHROMIUM } }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
