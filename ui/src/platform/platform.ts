import type { Commands } from './bindings';

/** A filter of a file dialog: what it is called and which endings it lets through. */
export type FileFilter = { name: string; extensions: string[] };

/** How the program behaves on this computer; null: this system does not offer it. */
export type Manners = { starts_with_system: boolean | null; stays_in_tray: boolean | null };

/** What the page needs from where it runs: the desktop window, or a browser with the fake office. */
export interface Platform {
  /** Runs a command of the wire. Rejects with a `WireError`. */
  call<K extends keyof Commands>(cmd: K, req: Commands[K]['req']): Promise<Commands[K]['res']>;
  /** Lets the person choose files; empty when the person thought better of it. */
  chooseFiles(filters: FileFilter[]): Promise<string[]>;
  /** Lets the person choose a folder. */
  chooseFolder(): Promise<string | null>;
  /** Lets the person choose where to write a file. */
  chooseSavePath(suggested: string, filters: FileFilter[]): Promise<string | null>;
  /** Opens a file with the program that the system has for it. */
  openFile(path: string): Promise<void>;
  /** Sets the title of the window. */
  setTitle(title: string): Promise<void>;
  /** Draws the page larger or smaller: 1 is as designed. */
  setZoom(factor: number): Promise<void>;
  /** Changes how the program behaves on this computer, and tells how it then does. */
  manners(wish: Partial<Manners>): Promise<Manners>;
  /** Listens to the tray: show the worklist, or look at the desk again. Gives back how to stop. */
  onShell(listen: (what: 'worklist' | 'desk') => void): () => void;
}
