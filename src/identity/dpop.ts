/**
 * Proofs that whoever asks holds a key (RFC 9449), checked as §4.3 says, in its order. Whether a proof was shown before is asked by
 * the caller, since only the database knows.
 */
import { createHash } from 'node:crypto';
import {
  type JWK,
  type JWTPayload,
  calculateJwkThumbprint,
  decodeProtectedHeader,
  importJWK,
  jwtVerify,
} from 'jose';
import { isCompactJws } from '../rules/base64url.ts';
import { algorithmOf } from './program-key.ts';

/** What we take, as `algs` of a challenge says it. */
const DPOP_ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'PS256'];
/** Characters. */
const LONGEST = 4096;
/** Seconds that a proof may be old, and by which the clock of its maker may be ahead. */
const OLDEST = 60;
const LEEWAY = 5;
/** Seconds for which its id is remembered: longer than it counts. */
export const PROOF_LIFE = OLDEST + LEEWAY + 5;
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

export interface Asked {
  readonly method: string;
  /** As users see it; query and fragment are not looked at. */
  readonly url: string;
  /** The access token that it comes with. */
  readonly token?: string;
}

/** Whose key made it (RFC 7638), and its id. */
export interface ShownProof {
  readonly thumbprint: string;
  readonly id: string;
}

/** Of the header lines `DPoP` of a request; undefined where anything is wrong. */
export async function proofIn(lines: readonly string[], asked: Asked): Promise<ShownProof | undefined> {
  const [proof, ...more] = lines;
  if (proof === undefined || more.length > 0 || proof.length > LONGEST || !isCompactJws(proof))
    return undefined;
  try {
    const { typ, alg = '', jwk } = decodeProtectedHeader(proof);
    if (typ !== 'dpop+jwt' || !DPOP_ALGORITHMS.includes(alg) || !isPublic(jwk)) return undefined;
    // A key signs by one algorithm.
    if (algorithmOf(jwk) !== alg) return undefined;
    const { payload } = await jwtVerify(proof, await importJWK(jwk, alg), {
      algorithms: [alg],
      typ: 'dpop+jwt',
    });
    if (!isOf(payload, asked)) return undefined;
    return { thumbprint: await calculateJwkThumbprint(jwk), id: payload.jti ?? '' };
  } catch {
    return undefined;
  }
}

const isPublic = (jwk: unknown): jwk is JWK =>
  typeof jwk === 'object' && jwk !== null && !PRIVATE.some((member) => Object.hasOwn(jwk, member));

function isOf({ jti, htm, htu, iat, ath }: JWTPayload, { method, url, token }: Asked): boolean {
  const now = Date.now() / 1000;
  if (typeof jti !== 'string' || jti.length < 8 || jti.length > 255) return false;
  if (htm !== method || typeof htu !== 'string' || whereOf(htu) !== whereOf(url)) return false;
  if (!Number.isSafeInteger(iat) || iat === undefined || iat > now + LEEWAY || iat < now - OLDEST)
    return false;
  return token === undefined || ath === createHash('sha256').update(token).digest('base64url');
}

/** An address without query and fragment, spelled as RFC 3986 §6.2.2 and §6.2.3 normalise it. */
function whereOf(text: string): string {
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw new TypeError('an address of ours has no name in it');
  return `${url.origin}${url.pathname}`;
}
