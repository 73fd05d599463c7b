import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import '../app.css';
import { startTexts } from '../i18n';

// As main.tsx has it: the page fills the window.
document.documentElement.lang = 'zh-CN';
startTexts();
configure({ asyncUtilTimeout: 8000 });
beforeEach(() => {
  localStorage.clear();
  // Asked once a computer; not in front of every screen.
  localStorage.setItem('huifang.autostartAsked', 'asked');
});
afterEach(() => cleanup());
