import { useTranslation } from 'react-i18next';
import { useDeskCommand } from '../api/writes';
import { openHelp } from '../help/openHelp';
import { useMatters } from '../matters/state';
import { PAGES, useRoute } from '../desk/route';
import { THEMES, useThemeChoice } from '../desk/theme';

/** Something that can be done from the search box. */
export type Command = {
  id: string;
  name: string;
  /** What else may be typed for it: its sound, its initials, other words; the catalogue holds them. */
  letters: string;
  /** The key that does the same. */
  key?: string;
  run: () => void;
};

/** The one list of commands. What a screen adds (a new complaint, a new appointment) is one more entry here. */
export function useCommands(): Command[] {
  const { t } = useTranslation();
  const { go } = useRoute();
  const { choose } = useThemeChoice();
  const closeOffice = useDeskCommand('close_office');
  const pages = PAGES.map((page, index) => ({
    id: `page-${page}`,
    name: t('search.goTo', { page: t(`nav.${page}`) }),
    letters: t(`search.letters.${page}`),
    // There are nine digits.
    key: index < 9 ? `Ctrl ${index + 1}` : undefined,
    run: () => go({ page }),
  }));
  const themes = THEMES.map((theme) => ({
    id: `theme-${theme}`,
    name: t('search.theme', { theme: t(`theme.${theme}`) }),
    letters: t(`search.letters.${theme}`),
    run: () => choose(theme),
  }));
  const newMatter = { id: 'new-matter', name: t('matters.new'), letters: t('search.letters.newMatter'), key: 'Ctrl N', run: () => useMatters.getState().openNew() };
  const help = { id: 'help', name: t('search.goTo', { page: t('help.title') }), letters: t('search.letters.help'), run: openHelp };
  const close = { id: 'close-office', name: t('header.closeOffice'), letters: t('search.letters.close'), run: () => closeOffice.mutate({}) };
  return [newMatter, ...pages, help, ...themes, close];
}

const MOST_COMMANDS = 5;

/** The commands that what was typed means: part of the name, or the beginning of one of its other words. */
export function findCommands(commands: Command[], typed: string): Command[] {
  const wanted = typed.toLowerCase().replaceAll(/[\s']/g, '');
  if (wanted === '') return commands;
  const isMeant = ({ name, letters }: Command) =>
    name.toLowerCase().includes(wanted) || letters.split(' ').some((word) => word.startsWith(wanted));
  return commands.filter(isMeant).slice(0, MOST_COMMANDS);
}
