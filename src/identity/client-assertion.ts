/**
 * How a program shows who it is: by a statement about itself that it signs anew each time.
 *
 * source  RFC 7523 §3, RFC 7521 §5.2, OpenID Connect Core §9 (private_key_jwt)
 */
import { type JWK, type JWTPayload, decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { isCompactJws } from '../rules/base64url.ts';
import type { ProgramJwk } from './program.store.ts';

/** Characters. */
const LONGEST = 4096;
/** Seconds that a statement may live. */
export const ASSERTION_LIFE = 5 * 60;
/** Seconds by which the clock of a program may be ahead of ours. */
const LEEWAY = 5;
const TYPES: readonly unknown[] = [undefined, 'JWT', 'client-authentication+jwt'];

/** Who it says it is, and by which key; nothing of it is believed yet. */
export function claimedBy(assertion: string): { readonly program: string; readonly kid: string } | undefined {
  if (assertion.length > LONGEST || !isCompactJws(assertion)) return undefined;
  try {
    const { kid, typ } = decodeProtectedHeader(assertion);
    const { sub } = decodeJwt(assertion);
    const isSound = typeof kid === 'string' && typeof sub === 'string' && TYPES.includes(typ);
    return isSound ? { program: sub, kid } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The id of the statement, where the key signed it about the program itself and for us; undefined else.
 *
 * audiences  the ways to name us: our address, or that of the token endpoint; of several in one statement none counts
 */
export async function believedId(
  assertion: string,
  program: string,
  jwk: ProgramJwk,
  audiences: readonly string[],
): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(jwk as JWK, jwk.alg), {
      algorithms: [jwk.alg],
      issuer: program,
      subject: program,
      audience: [...audiences],
      requiredClaims: ['jti', 'exp', 'iat'],
      maxTokenAge: ASSERTION_LIFE,
      clockTolerance: LEEWAY,
    });
    return idIn(payload);
  } catch {
    return undefined;
  }
}

function idIn({ aud, iat = 0, exp = Infinity, jti }: JWTPayload): string | undefined {
  const isNow = exp > Math.floor(Date.now() / 1000) && exp - iat <= ASSERTION_LIFE;
  const isId = typeof jti === 'string' && jti.length >= 8 && jti.length <= 255;
  return isNow && isId && typeof aud === 'string' ? jti : undefined;
}
