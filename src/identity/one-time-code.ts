/** One-time codes, handed over on paper or by mail: 80 random bits that open one account once. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Letters and digits that nobody confuses, five bits each. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 16;
const FORM = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);
const GROUPS = /(.{4})(?=.)/g;

/** Such as `k3mh-a8xd-2pqr-zz7u`. */
export const newCode = (): string =>
  [...randomBytes(LENGTH)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('')
    .replaceAll(GROUPS, '$1-');

/** The code as it is compared, however it was typed: capitals, blanks and hyphens do not count. Undefined for no code. */
function parseCode(typed: string): string | undefined {
  const code = typed.toLowerCase().replaceAll(/[\s-]/g, '');
  return FORM.test(code) ? code : undefined;
}

/** SHA-256, 32 bytes. A table of 80 bits cannot be made, so no salt is needed. */
export const codeDigest = (code: string): Buffer =>
  createHash('sha256')
    .update(parseCode(code) ?? '')
    .digest();

export const isCode = (typed: string, digest: Uint8Array | undefined): boolean =>
  parseCode(typed) !== undefined && digest?.length === 32 && timingSafeEqual(codeDigest(typed), digest);
