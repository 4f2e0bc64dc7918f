/** Strict readers for the small parts of C2SP texts: each value has one spelling, and every other is refused. */
import { Refused } from './refused.ts';

/**
 * Standard base64 with padding (RFC 4648 §4), or undefined for anything that is not the one spelling of its bytes.
 * Cost: one pass.
 */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}

/** Standard base64 with padding (RFC 4648 §4). Cost: one pass. */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Two lower-case hexadecimal digits per byte. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of an even number of hexadecimal digits, which the caller has checked. */
export const fromHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** A whole number from 0 to 2^53 - 1 without sign or leading zero, or undefined. */
export function fromDecimal(text: string): number | undefined {
  const number = /^(0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

/**
 * The text of these bytes; a byte order mark stays part of it.
 *
 * limit   more bytes are refused unread
 * throws  Refused 'too-long', 'not-utf8' or 'control-character'
 */
export function plainText(bytes: Uint8Array, limit: number): string {
  if (bytes.length > limit) throw new Refused('too-long');
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('not-utf8');
  }
  if (!isPlain(text)) throw new Refused('control-character');
  return text;
}

export const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Whether a text has the same bytes for everybody: no lone surrogate, and of control characters only newlines. */
export function isPlain(text: string): boolean {
  if (/\p{Surrogate}/u.test(text)) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return false;
  }
  return true;
}

/** Whether a text is a key name: not empty, no newline or other space, no plus sign (C2SP signed-note, "Format"). */
export const isKeyName = (text: string): boolean => /^[^\p{White_Space}+]+$/u.test(text) && isPlain(text);
