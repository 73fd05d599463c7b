import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { open, save } from '@tauri-apps/plugin-dialog';
import { openPath } from '@tauri-apps/plugin-opener';
import type { Platform } from './platform';

/** The desktop window. */
export const tauriPlatform: Platform = {
  call: (cmd, req) => invoke('rpc', { cmd, payload: req }),
  chooseFiles: async (filters) => (await open({ multiple: true, filters })) ?? [],
  chooseFolder: () => open({ directory: true }),
  chooseSavePath: (suggested, filters) => save({ defaultPath: suggested, filters }),
  openFile: (path) => openPath(path),
  setTitle: (title) => getCurrentWindow().setTitle(title),
  setZoom: (factor) => getCurrentWebview().setZoom(factor),
  manners: (wish) => invoke('manners', { wish }),
  onShell: (told) => {
    const stop = listen<'worklist' | 'desk'>('shell', ({ payload }) => told(payload));
    return () => void stop.then((off) => off());
  },
};
