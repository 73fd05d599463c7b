import { createContext, useContext } from 'react';

/** Notes that a client's hidden numbers are shown; rejects when that cannot be noted, and then they stay hidden. */
export type Note = (client: string) => Promise<unknown>;

const Noting = createContext<Note>(() => Promise.resolve());
const Whose = createContext<string | null>(null);

/** Says how a look at hidden numbers is noted. */
export const NotingProvider = Noting.Provider;
/** Says whose numbers stand below. */
export const NumbersOf = Whose.Provider;

/** Shows what is hidden, after it was noted who looks. Numbers of nobody's (an office's own) are just shown. */
export function useReveal(client?: string): (show: () => void) => void {
  const note = useContext(Noting);
  const around = useContext(Whose);
  const whose = client ?? around;
  return (show) => {
    if (whose === null) show();
    // What cannot be noted says so itself, and stays hidden.
    else note(whose).then(show, () => undefined);
  };
}
