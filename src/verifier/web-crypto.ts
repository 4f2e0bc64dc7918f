/** SHA-256 and Ed25519 for browsers, as checking asks for them: WebCrypto looks at signatures, the hash is computed here. */
import type { Checking } from '../merkle/keys.ts';
import { pureSha256 } from './sha256.ts';

const ED25519 = 'Ed25519';
type Imported = ReturnType<typeof crypto.subtle.importKey>;

/** The same key checks thousands of checkpoints: it is read once. */
const read = new WeakMap<Uint8Array, Imported>();

function keyOf(publicKey: Uint8Array): Imported {
  const known = read.get(publicKey);
  if (known) return known;
  const key = crypto.subtle.importKey('raw', new Uint8Array(publicKey), ED25519, false, ['verify']);
  read.set(publicKey, key);
  return key;
}

/** Needs a secure context (https or localhost) of a browser that knows Ed25519 (all since 2025); one that does not fails here. */
export const webChecking: Checking = {
  sha256: pureSha256,
  verify: async (publicKey, message, signature) => {
    try {
      return await crypto.subtle.verify(
        ED25519,
        await keyOf(publicKey),
        new Uint8Array(signature),
        new Uint8Array(message),
      );
    } catch (error) {
      // No point of the curve: such a key has signed nothing. A browser without Ed25519 must not pass for a forged signature.
      if ((error as { name?: string }).name === 'NotSupportedError') throw error;
      return false;
    }
  },
};
