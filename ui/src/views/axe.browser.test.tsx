import { screen, waitFor } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useThemeChoice } from '../desk/theme';
import { graveFaults } from '../test/axe';
import { openWindow } from '../test/render';

type User = ReturnType<typeof userEvent.setup>;
type Scene = { name: string; query?: string; seen: string; go: (user: User) => Promise<unknown> };

const press = (...ids: string[]) => async (user: User) => {
  for (const id of ids) await user.click((await screen.findAllByTestId(id))[0]!);
};
const keys = (text: string) => async (user: User) => {
  await screen.findByTestId('client-search');
  await user.keyboard(text);
};

/** Every screen and dialog: how to get there, and what is seen when it stands. */
const SCENES: Scene[] = [
  { name: 'the start', query: 'start=1', seen: 'start-page', go: async () => undefined },
  { name: 'who works', query: 'nobody=1', seen: 'who-works', go: async () => undefined },
  { name: 'the worklist', seen: 'sheet', go: press('task-row') },
  { name: 'a call half done', seen: 'foresight', go: async (user) => { await press('task-row', 'outcome-2')(user); } },
  { name: 'an empty worklist', query: 'empty=1', seen: 'empty', go: async () => undefined },
  { name: 'the archive', seen: 'client-row', go: press('nav-clients') },
  { name: 'a client', seen: 'client-page', go: async (user) => { await press('nav-clients')(user); await user.dblClick((await screen.findAllByTestId('client-row'))[0]!); } },
  { name: 'problems', seen: 'problem-sheet', go: press('nav-problems', 'problem-row') },
  { name: 'the import', seen: 'import-choose', go: press('nav-import') },
  { name: 'the report', seen: 'export-path', go: press('nav-report') },
  { name: 'policies', seen: 'params', go: press('nav-policy') },
  { name: 'the help', seen: 'help-picture', go: press('help-open') },
  { name: 'about', seen: 'licences', go: press('nav-about') },
  { name: 'the search', seen: 'client-search', go: async (user) => { await keys('{Control>}k{/Control}')(user); await user.keyboard('zh'); } },
  { name: 'a decision about a task', seen: 'decide-reason', go: press('task-row', 'task-menu', 'decide-waive') },
  { name: 'the sheet of a piece of work', seen: 'step-sheet', go: press('work-row') },
  { name: 'a draw', seen: 'draw-take', go: press('line-draw') },
  { name: 'holidays', seen: 'holiday-day', go: press('nav-policy', 'holidays-open', 'holidays-read') },
  { name: 'a copy of a policy', seen: 'copy-id', go: press('nav-policy', 'pack-copy') },
  { name: 'a hundred thousand clients', query: 'many=1', seen: 'client-row', go: press('nav-clients') },
  { name: 'the settings', seen: 'settings', go: press('settings-open') },
  { name: 'the keys', seen: 'keys-dialog', go: press('keys-open') },
  { name: 'the dialog for a PIN', seen: 'pin-new', go: press('settings-open', 'settings-pin') },
  { name: 'the menu of people', seen: 'menu-lock', go: press('who') },
  { name: 'a locked desk', seen: 'lock-screen', go: press('lock-now') },
  { name: 'a locked desk that asks for a PIN', query: 'pin=1', seen: 'pin', go: press('lock-now') },
];

const LOOKS = [
  { name: 'light, 100 %', theme: 'light', width: 1280, height: 800 },
  { name: 'dark, 100 %', theme: 'dark', width: 1280, height: 800 },
  // What is left of 1280 by 800 when the window draws everything half as large again.
  { name: 'light, 150 %', theme: 'light', width: 853, height: 533 },
  { name: 'dark, 150 %', theme: 'dark', width: 853, height: 533 },
] as const;

describe.each(LOOKS)('axe finds nothing serious: $name', ({ theme, width, height }) => {
  it.each(SCENES)('$name', async ({ query, seen, go }) => {
    await page.viewport(width, height);
    useThemeChoice.setState({ choice: theme });
    const { user } = openWindow(query);
    await go(user);
    await waitFor(() => expect(screen.getAllByTestId(seen).length).toBeGreaterThan(0));
    expect(await graveFaults()).toEqual([]);
    expect(document.documentElement.scrollWidth, 'nothing stands out at the side').toBeLessThanOrEqual(width);
  });
});
