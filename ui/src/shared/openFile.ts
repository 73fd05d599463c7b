import { asWireError, host } from '../platform';
import { showError } from './notices';

/** Opens a file with the program that the system has for it; when it cannot, the bar says so. */
export function openFile(path: string): void {
  host()
    .openFile(path)
    .catch((error: unknown) => showError({ ...asWireError(error), code: 'io' }));
}
