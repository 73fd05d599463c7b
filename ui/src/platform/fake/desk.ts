import type { DeskLock } from '../bindings';
import type { Manners, Platform } from '../platform';
import { wireError, type FakeOffice } from './office';
import { STAFF } from './people';

/** The lock of the fake desk, with the PINs that were set. */
export class FakeLock {
  locked = false;
  readonly pins = new Map<string, string>();
  /** Clients whose numbers were shown. */
  readonly revealed: string[] = [];
  private wrong = 0;

  constructor(private readonly office: FakeOffice) {}

  get state(): DeskLock {
    return { locked: this.locked, pins: [...this.pins.keys()], may_reset: this.office.me?.role.includes('主管') ?? false };
  }

  /** What a locked desk does not answer. */
  check(command: string): void {
    const answered = ['desk_status', 'staff_list', 'sign_in'];
    if (this.locked && !answered.includes(command)) throw wireError('desk_locked', '屏幕已锁定。请先选自己的名字解锁,再继续。');
  }

  signIn({ staff, pin }: { staff: string | null; pin: string | null }): void {
    if (this.locked && staff === null) throw wireError('who_missing', '已锁定。请先选是谁,再继续。');
    if (staff !== null && (this.locked || this.office.me?.id !== staff)) this.prove(staff, pin);
    this.office.me = STAFF.find((person) => person.id === staff) ?? null;
    this.locked = false;
  }

  private prove(staff: string, pin: string | null): void {
    const kept = this.pins.get(staff);
    if (kept === undefined) return;
    if (!pin) throw wireError('pin_needed', '请输入口令。');
    if (pin === kept) return void (this.wrong = 0);
    this.wrong += 1;
    const seconds = this.wrong < 3 ? 0 : 30;
    const detail = seconds === 0 ? '口令不对,请再输一次。' : `口令不对。请过 ${seconds} 秒再试;忘了口令请经理或主管重设。`;
    throw { ...wireError('pin_wrong', detail), params: { seconds } };
  }

  setPin({ old, new: pin }: { old: string | null; new: string | null }) {
    const me = this.office.me?.id ?? '';
    this.prove(me, old);
    if (pin === null) this.pins.delete(me);
    else this.pins.set(me, pin);
    return { changed: ['staff', 'office'], line: pin === null ? '已取消口令' : '口令已设好' };
  }

  resetPin(staff: string) {
    this.pins.delete(staff);
    return { changed: ['staff', 'office'], line: `已取消 ${STAFF.find((person) => person.id === staff)?.name} 的口令,请本人重新设` };
  }
}

/** What the fake platform has beside the wire. */
export type FakeShell = Pick<Platform, 'setZoom' | 'manners' | 'onShell'> & {
  zoom: number;
  kept: Manners;
  /** Does what a press in the tray does. */
  tell: (what: 'worklist' | 'desk') => void;
};

export function fakeShell(): FakeShell {
  const listeners = new Set<(what: 'worklist' | 'desk') => void>();
  const shell: FakeShell = {
    zoom: 1,
    kept: { starts_with_system: false, stays_in_tray: false },
    tell: (what) => listeners.forEach((listen) => listen(what)),
    setZoom: async (factor) => void (shell.zoom = factor),
    manners: async (wish) => ({ ...Object.assign(shell.kept, wish) }),
    onShell: (listen) => {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
  };
  return shell;
}
