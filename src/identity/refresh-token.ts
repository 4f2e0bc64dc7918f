/**
 * Refresh tokens: opaque, of 256 random bits, rotated at each use. The database holds digests of the newest and of the one
 * before, and the newest sealed under the one before: so a lost answer can be given again, and what is at rest opens nothing.
 *
 * source  RFC 9700 §4.14.2 (rotation, and the end of a family by reuse); RFC 5869 (HKDF); NIST SP 800-38D (GCM)
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const BYTES = 32;
const NONCE = 12;
const TAG = 16;
const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

export interface RefreshToken {
  readonly session: string;
  readonly secret: Buffer;
}

export const newRefreshToken = (session: string): RefreshToken => ({ session, secret: randomBytes(BYTES) });

export const refreshTokenText = ({ session, secret }: RefreshToken): string =>
  `${session}.${secret.toString('base64url')}`;

/** The token that a text spells in the one way that we write; undefined for any other. */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, session, encoded] = FORM.exec(text) ?? [];
  if (session === undefined || encoded === undefined) return undefined;
  const secret = Buffer.from(encoded, 'base64url');
  return secret.toString('base64url') === encoded ? { session, secret } : undefined;
}

/** SHA-256, 32 bytes. */
export const digestOf = ({ secret }: RefreshToken): Buffer => createHash('sha256').update(secret).digest();

/** In constant time, though digests of random bits would tell nothing. */
export const isDigestOf = (token: RefreshToken, digest: Uint8Array | null): boolean =>
  digest?.length === BYTES && timingSafeEqual(digestOf(token), digest);

/** The successor, readable for whoever holds `token`: nonce, ciphertext, tag. */
export function sealUnder(token: RefreshToken, successor: RefreshToken): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce);
  return Buffer.concat([nonce, cipher.update(successor.secret), cipher.final(), cipher.getAuthTag()]);
}

/** Throws where `sealed` was not made under this token. */
export function openedWith(token: RefreshToken, sealed: Buffer): RefreshToken {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, NONCE));
  decipher.setAuthTag(sealed.subarray(-TAG));
  const secret = Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
  return { session: token.session, secret };
}

const keyOf = ({ session, secret }: RefreshToken): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, session, 'kanon refresh successor', BYTES));
