/** SHA-256 and Ed25519 of Node, as the pure tree asks for them. */
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import type { Checking, Signing } from '../merkle/keys.ts';

/** DER heads of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The private key of a seed, as Node holds it. */
export const secretOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
const openOf = (key: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' });

export const sha256 = (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer');

export const signing: Signing = {
  sha256,
  publicKey: (seed) =>
    createPublicKey(secretOf(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length),
  sign: (seed, message) => sign(null, message, secretOf(seed)),
};

export const checking: Checking = {
  sha256,
  verify: (publicKey, message, signature) => {
    try {
      return verify(null, message, openOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};
