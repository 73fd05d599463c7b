import type { Commands } from './bindings';

/** A filter of a file dialog: what it is called and which endings it lets through. */
export type FileFilter = { name: string; extensions: string[] };

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
}
