import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { startTexts } from '../i18n';

// There is no layout here: every list believes itself to be as high as a window, so that it draws rows.
for (const [name, size] of [['offsetHeight', 600], ['offsetWidth', 900], ['clientHeight', 600]] as const) {
  let owner = Object.getPrototypeOf(document.createElement('div')) as object;
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object;
  Object.defineProperty(owner, name, { configurable: true, get: () => size });
}

startTexts();
// The machine that runs the tests may be busy; a page that is asked for the first time is compiled then.
configure({ asyncUtilTimeout: 8000 });
beforeEach(() => localStorage.clear());
afterEach(() => cleanup());
