/** Keys for the tests: made of fixed seeds, worth nothing. */
import { type KeyType, signerKey, verifierKey } from '../../src/merkle/keys.ts';
import { signing } from './primitives.ts';

/** Both halves of a key. */
export const keyPair = (type: KeyType, name: string, seed: number) => {
  const secret = signerKey(signing, type, name, new Uint8Array(32).fill(seed));
  return { secret, open: verifierKey(signing, secret) };
};

export const LOG = keyPair('log', 'kanon.example/log', 1);
export const WITNESS = keyPair('witness', 'witness.example/w1', 2);
export const SECOND = keyPair('witness', 'witness.example/w2', 3);
