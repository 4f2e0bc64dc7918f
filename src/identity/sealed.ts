/**
 * Bytes as the database holds them where it must not know them: sealed for one row under a key that it does not hold, so that
 * a row that is moved to another place opens nothing.
 *
 * source  NIST SP 800-38D (GCM)
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** Nonce, ciphertext, tag; `owner` says whose it is. */
export function sealedFor(owner: readonly string[], key: Buffer, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(nameOf(owner));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined where it was sealed for another owner, or under a key that is no more. */
export function openedFor(owner: readonly string[], key: Buffer, sealed: Buffer): Buffer | undefined {
  try {
    const nonce = sealed.subarray(0, NONCE);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(nameOf(owner));
    decipher.setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}

const nameOf = (owner: readonly string[]): Buffer => Buffer.from(JSON.stringify(owner));
