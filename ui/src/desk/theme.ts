import { theme as antdTheme, type ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

const KEY = 'huifang.theme';

function stored(): ThemeChoice {
  const found = localStorage.getItem(KEY) as ThemeChoice | null;
  return found && THEMES.includes(found) ? found : 'system';
}

/** Light, dark, or as the system is. */
export const useThemeChoice = create<{ choice: ThemeChoice; choose: (choice: ThemeChoice) => void }>((set) => ({
  choice: stored(),
  choose: (choice) => {
    localStorage.setItem(KEY, choice);
    set({ choice });
  },
}));

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

function onSystemChange(tell: () => void): () => void {
  systemIsDark.addEventListener('change', tell);
  return () => systemIsDark.removeEventListener('change', tell);
}

/** Whether the window is dark now. */
export function useIsDark(): boolean {
  const { choice } = useThemeChoice();
  const system = useSyncExternalStore(onSystemChange, () => systemIsDark.matches);
  return choice === 'system' ? system : choice === 'dark';
}

/** The design tokens for antd; the same colours stand in app.css for what we draw ourselves. */
export function antdConfig(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#2ba288' : '#0b6e5b',
      colorLink: dark ? '#58c9ac' : '#0b6e5b',
      colorLinkHover: dark ? '#7edcc2' : '#0f8f77',
      colorError: dark ? '#e0706a' : '#b3261e',
      colorWarning: dark ? '#e6b960' : '#855600',
      colorBgContainer: dark ? '#151a18' : '#ffffff',
      colorBgElevated: dark ? '#1f2522' : '#ffffff',
      colorText: dark ? '#e3e8e5' : '#1d2321',
      colorTextSecondary: dark ? '#9ca8a2' : '#5f6963',
      // antd's own greys are fainter than letters may be.
      colorTextDescription: dark ? '#9ca8a2' : '#5f6963',
      colorTextPlaceholder: dark ? '#87938d' : '#69736d',
      colorBorder: dark ? '#38413d' : '#d3d9d4',
      colorBorderSecondary: dark ? '#2a312e' : '#e4e8e4',
      borderRadius: 8,
      borderRadiusSM: 6,
      fontSize: 14,
      fontSizeSM: 14,
      fontFamily: 'inherit',
      controlHeight: 36,
      controlHeightSM: 32,
      motion: false,
    },
    // White letters need the deeper green in the dark too.
    components: dark ? { Button: { colorPrimary: '#12816a', colorPrimaryHover: '#159178', colorPrimaryActive: '#0e6b58' } } : {},
  };
}
