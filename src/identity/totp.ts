/**
 * Time-based one-time passwords as every authenticator app makes them: SHA-1, six digits, steps of 30 seconds.
 *
 * source  RFC 6238; RFC 4226 §5.3 (truncation), §4 R6 (160 bits); RFC 4648 §6 (base32)
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const STEP = 30_000;
const SECRET = 20;
const DIGITS = 6;
/** Steps by which the clock of a telephone may be early or late (RFC 6238 §5.2). */
const SKEW = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const FORM = /^\d{6}$/;

export const newTotpSecret = (): Buffer => randomBytes(SECRET);

/** Whether a text looks like a code, blanks left out: so it can be told from a recovery code. */
export const isTotpForm = (typed: string): boolean => FORM.test(typed.replaceAll(/\s/g, ''));

/** The code of a step, `digits` of them. */
export function totpAt(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const value = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fff_ffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}

/** The step in which a moment lies; milliseconds since 1970. */
export const stepAt = (now: number): number => Math.floor(now / STEP);

/** The step whose code this is, near `now` and after `last`; undefined where there is none. All are compared, in constant time. */
export function stepOf(
  secret: Uint8Array,
  typed: string,
  { last, now = Date.now() }: { readonly last: number; readonly now?: number },
): number | undefined {
  const code = Buffer.from(typed.replaceAll(/\s/g, ''));
  let found: number | undefined;
  for (let step = stepAt(now) - SKEW; step <= stepAt(now) + SKEW; step += 1) {
    const expected = Buffer.from(totpAt(secret, step));
    const isCode = code.length === expected.length && timingSafeEqual(code, expected);
    if (isCode && step > last) found ??= step;
  }
  return found;
}

/** As it is typed where no camera reads it: capitals and digits, without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** What a QR code for an app holds; it is the secret itself, so it stands in no address that anybody requests. */
export function otpauthUri(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = `secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP / 1000}`;
  return `otpauth://totp/${label}?${query}`;
}
