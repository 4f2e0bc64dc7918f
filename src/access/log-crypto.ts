/** What the service signs with, of Node; it checks with what every verifier checks with. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Signing } from '../merkle/keys.ts';
import { nodeChecking } from '../verifier/node-crypto.ts';

/** DER head of an Ed25519 private key (RFC 8410), and bytes of that of a public one. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_BYTES = 12;

/** The private key of a seed, as Node holds it. */
export const secretOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

export const { sha256 } = nodeChecking;

export const signing: Signing = {
  sha256,
  publicKey: (seed) =>
    createPublicKey(secretOf(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI_BYTES),
  sign: (seed, message) => sign(null, message, secretOf(seed)),
};
