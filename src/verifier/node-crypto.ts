/** SHA-256 and Ed25519 of Node, as checking asks for them. */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import type { Checking } from '../merkle/keys.ts';

/** DER head of an Ed25519 public key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The same key checks thousands of checkpoints: it is read once. */
const read = new WeakMap<Uint8Array, KeyObject>();

function keyOf(publicKey: Uint8Array): KeyObject {
  const known = read.get(publicKey);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  read.set(publicKey, key);
  return key;
}

export const nodeChecking: Checking = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  verify: (publicKey, message, signature) => {
    try {
      return verify(null, message, keyOf(publicKey), signature);
    } catch {
      return false; // no point of the curve: such a key has signed nothing
    }
  },
};
