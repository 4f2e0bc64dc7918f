/** Statements that the service signed: whose key, and whether the signature holds. */
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { SigningPurpose } from '../../identity/key-purposes.ts';
import { isBase64Url } from '../../rules/base64url.ts';
import { textOf } from '../../verifier/kept-text.ts';
import { EXIT, Failure } from '../terminal/failure.ts';
import { foreignText } from '../files/file-text.ts';
import { readBytes } from '../files/input.ts';
import { remark } from '../terminal/terminal.ts';
import { keyWasRetired } from '../words/key-words.ts';
import { jsonAt } from './service.ts';
import { type ServiceOptions, serviceOf } from './sign-in.ts';
import type { Desk } from '../words/words.ts';

export interface KeyOptions extends ServiceOptions {
  /** A file or an address. */
  readonly keys?: string;
}

/** What to say where a statement is not the one expected. */
export interface StatementWords {
  /** It is no signed statement at all. */
  readonly none: string;
  /** It is one of another type. */
  readonly other: string;
  /** Its key is not among those given. */
  readonly otherKey: string;
  /** The signature does not hold. */
  readonly notSigned: string;
}

/** The id of the key that the statement names. Throws a Failure where it is none of this type. */
export function keyOf(jws: string, type: string, words: StatementWords): string {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jws);
  } catch (cause) {
    throw new Failure([words.none], EXIT.otherFile, cause);
  }
  const { typ, alg, kid } = header;
  if (typ !== type || alg !== 'EdDSA' || typeof kid !== 'string')
    throw new Failure([words.other], EXIT.otherFile);
  return kid;
}

/**
 * Keys from where the person says, never from where the statement says; and only one that signs for this purpose, where
 * it says what it signs for (older ones signed for every purpose). Of one that was retired the person is told.
 */
export async function keyNamed(
  id: string,
  purpose: SigningPurpose,
  { keys, url }: KeyOptions,
  words: StatementWords,
  desk: Desk,
): Promise<JWK> {
  let found: unknown;
  if (keys === undefined)
    found = (await serviceOf(url === undefined ? {} : { url }, desk).get('/.well-known/jwks.json')).body;
  else if (/^https?:\/\//.test(keys)) found = await jsonAt(keys, desk);
  else {
    try {
      found = JSON.parse(textOf(await readBytes(keys, desk)));
    } catch (cause) {
      throw cause instanceof Failure ? cause : new Failure([desk.words.noKeys], undefined, cause);
    }
  }
  const list = (found as { keys?: unknown } | null)?.keys;
  if (!Array.isArray(list)) throw new Failure([desk.words.noKeys]);
  const key = (list as (JWK | null)[]).find(
    (one) => one?.kid === id && one.kty === 'OKP' && one.crv === 'Ed25519' && isBase64Url(one.x ?? '-'),
  );
  const { purposes, retired } = (key ?? {}) as { purposes?: unknown; retired?: unknown };
  if (!key || (Array.isArray(purposes) && !purposes.includes(purpose))) throw new Failure([words.otherKey]);
  if (typeof retired === 'string') remark(keyWasRetired(foreignText(retired))[desk.lang]);
  return key;
}

export async function signedBytes(jws: string, key: JWK, words: StatementWords): Promise<Uint8Array> {
  // Decoders pass over the spare bits of a last character: it could be changed unnoticed.
  if (!jws.split('.').every(isBase64Url)) throw new Failure([words.notSigned]);
  try {
    return (await compactVerify(jws, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] })).payload;
  } catch (cause) {
    throw new Failure([words.notSigned], undefined, cause);
  }
}
