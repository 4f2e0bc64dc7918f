/**
 * A key out of what a person remembers: PBKDF2 with HMAC-SHA-256, 600 000 rounds and 128 random bits of salt.
 *
 * source  NIST SP 800-132; number of rounds: OWASP Password Storage Cheat Sheet
 */
import { freshIv, type Sealed, textBytes } from './vault.ts';

export const ROUNDS = 600_000;
/** Characters; so many rounds protect no short one. */
const SHORTEST = 12;

export const freshSalt = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(16));

export const isLongEnough = (passphrase: string): boolean =>
  (passphrase.normalize('NFC').match(/./gsu) ?? []).length >= SHORTEST;

export async function keyOfPassphrase(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations = ROUNDS,
): Promise<CryptoKey> {
  const typed = textBytes(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey', 'encrypt', 'decrypt'],
  );
}

/** Seals a text for a file of its own. */
export async function sealText(text: string, key: CryptoKey): Promise<Sealed> {
  const iv = freshIv();
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, textBytes(text)) };
}

/** Undefined where it was sealed under another key. */
export async function openText({ iv, data }: Sealed, key: CryptoKey): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data));
  } catch {
    return undefined;
  }
}
