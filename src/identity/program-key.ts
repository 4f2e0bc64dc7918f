/** The public key of a program: read strictly, and never one that comes with its private half. */
import { createPublicKey } from 'node:crypto';
import { type JWK, calculateJwkThumbprint } from 'jose';
import type { ProgramJwk } from './program.store.ts';

/** Bytes; a key of RSA with 4,096 bits has some 800. */
const LONGEST = 8192;

/** What keeps a text from being a key of a program. */
export type KeyFault = 'none' | 'private' | 'kind';

/** From a JWK or PEM; its id is its thumbprint (RFC 7638). */
export async function programKeyIn(
  text: string,
): Promise<{ readonly kid: string; readonly jwk: ProgramJwk } | { readonly fault: KeyFault }> {
  if (text.includes('PRIVATE KEY')) return { fault: 'private' };
  let given: JWK;
  try {
    if (text.length > LONGEST) return { fault: 'none' };
    const isPem = text.trimStart().startsWith('-----');
    const read = isPem ? {} : (JSON.parse(text) as object | null);
    if (read && 'd' in read) return { fault: 'private' };
    const key = isPem ? createPublicKey(text) : createPublicKey({ key: read as JWK, format: 'jwk' });
    given = key.export({ format: 'jwk' });
  } catch {
    return { fault: 'none' };
  }
  const alg = algorithmOf(given);
  if (alg === undefined) return { fault: 'kind' };
  return { kid: await calculateJwkThumbprint(given), jwk: { ...given, kty: given.kty ?? '', alg } };
}

/** The one algorithm that a key signs by; undefined for keys that are too weak, or that we do not take. */
export function algorithmOf({ kty, crv, n = '' }: JWK): string | undefined {
  if (kty === 'OKP' && crv === 'Ed25519') return 'EdDSA';
  if (kty === 'EC' && crv === 'P-256') return 'ES256';
  if (kty === 'EC' && crv === 'P-384') return 'ES384';
  const bits = Buffer.from(n, 'base64url').length * 8;
  return kty === 'RSA' && bits >= 2048 && bits <= 8192 ? 'PS256' : undefined;
}
