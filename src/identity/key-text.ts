/** What the file of a key holds: PKCS #8 in PEM of a signing key, 32 bytes in base64url of a seals key. */
import { createHash, createPrivateKey, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import type { InBoth } from '../foundation/language.ts';
import { Told } from '../foundation/told.ts';
import { type HeldKey, isSigning, type KeyPurpose } from './key-purposes.ts';

const BYTES = 32;
const NO_COPY: InBoth = {
  de: 'Gibt es keine Kopie, bitte die Datei verschieben und neu starten; der Dienst sagt dann, wie es mit einem neuen Schlüssel weitergeht und was verloren ist (docs/keys.md).',
  en: 'Where there is no copy, move the file away and start again: the service then tells how to go on with a new key, and what is lost (docs/keys.md).',
};

/** A file of no bytes, where something may have been signed with the key that it held. */
export const emptyKey = (file: string): Told =>
  new Told({
    de: `Der Schlüssel ${file} ist leer. Bitte aus der Sicherung der Schlüssel zurückholen. ${NO_COPY.de}`,
    en: `The key ${file} is empty: bring it back from the backup of the keys. ${NO_COPY.en}`,
  });

/** Reads it. Throws Told, with nothing of its content, where it is no key of this kind. */
export async function secretIn(
  file: string,
  bytes: Buffer,
  purpose: KeyPurpose,
): Promise<Pick<HeldKey, 'id' | 'secret' | 'open'>> {
  const secret = isSigning(purpose) ? signingKeyIn(bytes) : sealsKeyIn(bytes);
  if (!secret)
    throw new Told({
      de: `Der Schlüssel ${file} ist nicht zu lesen. Bitte aus der Sicherung der Schlüssel zurückholen. ${NO_COPY.de}`,
      en: `The key ${file} cannot be read: bring it back from the backup of the keys. ${NO_COPY.en}`,
    });
  if (!isSigning(purpose)) {
    const id = createHash('sha256').update(derived(secret, 'kanon-key-id')).digest('base64url');
    return { id, secret, open: null };
  }
  const { kty, crv, x } = await exportJWK(secret);
  const open = { kty, crv, x } as JWK;
  return { id: await calculateJwkThumbprint(open), secret, open };
}

/** The bytes for one use of a secret, by HKDF-SHA-256 (RFC 5869): of one nobody learns another. */
export function derived(secret: KeyObject, use: string): Buffer {
  const uses = known.get(secret) ?? new Map<string, Buffer>();
  known.set(secret, uses);
  const bytes = uses.get(use) ?? Buffer.from(hkdfSync('sha256', bytesOf(secret), '', use, BYTES));
  uses.set(use, bytes);
  return bytes;
}

/** What was derived of each secret; uses are constants of the source, so there are few. */
const known = new WeakMap<KeyObject, Map<string, Buffer>>();

/** The first seals key of an installation that had one key for everything. */
export const sealsFrom = (old: KeyObject): string =>
  `${derived(old, 'kanon-first-seals').toString('base64url')}\n`;

const bytesOf = (secret: KeyObject): Buffer =>
  secret.type === 'secret' ? secret.export() : secret.export({ format: 'der', type: 'pkcs8' });

function signingKeyIn(pem: Buffer): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    // What OpenSSL says of it helps nobody, and would be said of a secret.
    return undefined;
  }
}

function sealsKeyIn(text: Buffer): KeyObject | undefined {
  const line = text.toString('latin1').trimEnd();
  const bytes = Buffer.from(line, 'base64url');
  return bytes.length === BYTES && bytes.toString('base64url') === line ? createSecretKey(bytes) : undefined;
}
