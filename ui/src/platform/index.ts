import type { Commands, WireError } from './bindings';
import type { Platform } from './platform';

export type { Manners, Platform } from './platform';

let platform: Platform | undefined;

/** Finds out where the page runs. Must be awaited before anything else. */
export async function startPlatform(): Promise<void> {
  const inWindow = '__TAURI_INTERNALS__' in window;
  platform = inWindow
    ? (await import('./tauri')).tauriPlatform
    : (await import('./fake')).fakePlatform(new URLSearchParams(window.location.search));
}

/** Puts another platform in place; for tests. */
export function setPlatform(other: Platform): void {
  platform = other;
}

/** The platform that the page runs on. */
export function host(): Platform {
  if (!platform) throw new Error('startPlatform() comes first');
  return platform;
}

/** Runs a command of the wire. Whatever goes wrong is a `WireError`. */
export async function rpc<K extends keyof Commands>(cmd: K, req: Commands[K]['req']): Promise<Commands[K]['res']> {
  try {
    return await host().call(cmd, req);
  } catch (error) {
    throw asWireError(error);
  }
}

/** Anything that was thrown, as a `WireError`: what is none becomes one with the code `internal`. */
export function asWireError(error: unknown): WireError {
  if (typeof error === 'object' && error !== null && 'code' in error && 'detail' in error) return error as WireError;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'internal', params: {}, detail, trace_id: '' };
}
