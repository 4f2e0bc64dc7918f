/**
 * The code that the address of a letter brings behind `#`. It is in no request; it is taken before anything else happens, and
 * from then on it is in no address and no history either.
 */
import { signal } from '@preact/signals';
import { PATHS } from './paths.ts';

export const handedCode = signal('');

const LONGEST = 64;

export function takeCode(): void {
  if (location.pathname !== PATHS.activate || location.hash === '') return;
  // Codes are letters, digits and hyphens; whatever else stands there is nothing of ours.
  handedCode.value = /^#[\w-]+$/.test(location.hash) ? location.hash.slice(1, LONGEST + 1) : '';
  history.replaceState(null, '', location.pathname);
}
