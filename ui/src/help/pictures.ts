import type { PictureName } from './topics';

/** Where the pictures lie. Only their addresses are in the program's text; a picture is read when it is shown. */
const ADDRESSES = import.meta.glob<string>('./pictures/*.png', { query: '?url', import: 'default', eager: true });

/** The address of a picture. `cargo xtask pictures` takes them all anew from the running program. */
export function pictureAddress(name: PictureName): string | undefined {
  return ADDRESSES[`./pictures/${name}.png`];
}

/** The names of the pictures that there are. */
export const pictureNames = (): string[] => Object.keys(ADDRESSES).map((path) => path.replace(/^.*\/|\.png$/g, ''));
