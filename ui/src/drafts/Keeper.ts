import type { KeepDraft } from '../platform/bindings';

/** At the latest so long after typing, what was typed is on the disk. */
export const KEEP_MS = 2000;

type Ways = {
  keep: (wish: KeepDraft) => Promise<string | null>;
  drop: () => Promise<void>;
  /** Told when it was kept, and with null when it was thrown away. */
  onKept: (at: string | null) => void;
};

/**
 * Keeps one half-filled form: on leaving a field, and at the latest two seconds after typing. One thing after the other, so
 * that what is thrown away cannot come back by an answer that was on its way.
 */
export class Keeper {
  private waiting: (() => KeepDraft) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly ways: Ways) {}

  /** Something was typed. What is kept is made when it is kept, so that the cursor is where it is then. */
  change(make: () => KeepDraft): void {
    this.waiting = make;
    this.timer ??= setTimeout(() => void this.flush(), KEEP_MS);
  }

  /** Keeps now what has not been kept yet. */
  flush(): Promise<unknown> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const make = this.waiting;
    this.waiting = null;
    if (make) {
      const wish = make();
      this.last = this.last.then(() => this.ways.keep(wish)).then((at) => at !== null && this.ways.onKept(at));
    }
    return this.last;
  }

  /** Throws away what was kept and what was about to be. */
  drop(): Promise<unknown> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = null;
    this.last = this.last.then(() => this.ways.drop()).then(() => this.ways.onKept(null));
    return this.last;
  }
}
