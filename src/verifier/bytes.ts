/** Bytes put together and taken apart, as Node and every browser do. */

/** All of these, in their order. */
export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const HASH_BYTES = 32;
const HASH_SIGNS = 43;
/** Value of each base64 sign by its code; 255 for what is none. */
const VALUES = new Uint8Array(128).fill(255);
Array.from(ALPHABET).forEach((sign, value) => (VALUES[sign.charCodeAt(0)] = value));

/**
 * 32 bytes in base64 (RFC 4648 §4) in their one spelling, 43 signs and `=`; undefined for anything else.
 * Cost: one pass; a bundle has two of them in each line.
 */
export function hashIn(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || text.length !== HASH_SIGNS + 1 || text[HASH_SIGNS] !== '=')
    return undefined;
  const bytes = new Uint8Array(HASH_BYTES);
  let [held, bits, at] = [0, 0, 0];
  for (let sign = 0; sign < HASH_SIGNS; sign++) {
    const value = VALUES[text.charCodeAt(sign)] ?? 255;
    if (value === 255) return undefined;
    held = (held << 6) | value;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = held >>> bits;
    held &= (1 << bits) - 1;
  }
  // What is left over of the last sign is zero in the one spelling.
  return held === 0 ? bytes : undefined;
}
