import { create } from 'zustand';

/** The pages, in the order of the menu. */
export const PAGES = ['worklist', 'clients', 'matters', 'problems', 'rounds', 'messages', 'import', 'report', 'policy', 'about'] as const;
export type PageName = (typeof PAGES)[number];

/** Where the window is. */
export type Route = { page: Exclude<PageName, 'clients' | 'matters'> | 'help' } | { page: 'clients'; client?: string; tidy?: boolean } | { page: 'matters'; matter?: string };

type Routing = {
  route: Route;
  /** Where Back leads, the last one last. */
  past: Route[];
  go: (route: Route) => void;
  back: () => void;
};

const MOST_PAST = 20;

export const useRoute = create<Routing>((set) => ({
  route: { page: 'worklist' },
  past: [],
  go: (route) => set((state) => ({ route, past: [...state.past, state.route].slice(-MOST_PAST) })),
  back: () =>
    set((state) => ({ route: state.past.at(-1) ?? { page: 'worklist' }, past: state.past.slice(0, -1) })),
}));

/** Goes to a client's page. */
export const goToClient = (client: string): void => useRoute.getState().go({ page: 'clients', client });

/** Goes to a matter's page. */
export const goToMatter = (matter: string): void => useRoute.getState().go({ page: 'matters', matter });
