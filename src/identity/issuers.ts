/**
 * Access tokens of others: believed only where the settings name who issued them, and every claim is as they say.
 *
 * source  RFC 9068 (JWT access tokens) §4, RFC 8725 (JWT best practice), RFC 9700 §4
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type JWTPayload, decodeJwt, jwtVerify } from 'jose';
import type { Issuer } from '../foundation/issuers-file.ts';
import { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { isCompactJws } from '../rules/base64url.ts';
import { IssuerKeys } from './issuer-keys.ts';
import { boundIn } from './token-of-program.ts';

/** Characters. */
const LONGEST = 8192;
const LONGEST_NAME = 255;
/** Seconds that a token may live. */
const LIFE = 60 * 60;
/** Seconds by which the clock of an issuer may be ahead of ours; it prolongs nothing. */
const LEEWAY = 5;

/** What a token of an issuer says, once it is believed. */
export interface Shown {
  readonly issuer: Issuer;
  readonly subject: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Made of issuer and `jti`: what the log calls the token. */
  readonly token: string;
  /** Whether the issuer says that two factors were shown, and when; 0 where it does not say when. */
  readonly isStrong: boolean;
  readonly provedAt: number;
  /** Thumbprint of the key that whoever shows it must hold (RFC 9449 §6). */
  readonly boundTo?: string;
}

@Injectable()
export class Issuers {
  private readonly keys: ReadonlyMap<string, IssuerKeys>;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    this.keys = new Map(settings.issuers.map((issuer) => [issuer.issuer, new IssuerKeys(issuer)]));
  }

  /** Whose token it says it is, where the settings know that issuer; nothing of it is believed yet. */
  of(token: string): Issuer | undefined {
    if (this.settings.issuers.length === 0 || token.length > LONGEST || !isCompactJws(token))
      return undefined;
    try {
      const { iss } = decodeJwt(token);
      return this.settings.issuers.find(({ issuer }) => issuer === iss);
    } catch {
      return undefined;
    }
  }

  /** Throws not-signed-in, whatever is wrong with it; unavailable where the keys of the issuer cannot be had. */
  async shown(issuer: Issuer, token: string): Promise<Shown> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.keyOf(issuer, header), {
        algorithms: [...issuer.algorithms],
        typ: 'at+jwt',
        issuer: issuer.issuer,
        audience: issuer.audience,
        requiredClaims: ['sub', 'jti', 'iat', 'exp', 'client_id'],
        maxTokenAge: LIFE,
        clockTolerance: LEEWAY,
      });
      return factsOf(issuer, payload);
    } catch (cause) {
      if (cause instanceof Problem) throw cause;
      throw Object.assign(problems.notSignedIn(), { cause });
    }
  }

  private keyOf(issuer: Issuer, header: Parameters<IssuerKeys['keyOf']>[0]) {
    const keys = this.keys.get(issuer.issuer);
    if (!keys || !isName(header.kid)) throw problems.notSignedIn();
    // What a token brings along, a key or a place of one, is not looked at.
    return keys.keyOf({ ...(header.alg && { alg: header.alg }), kid: header.kid });
  }
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME && !/\p{Cc}/u.test(value);

function factsOf(issuer: Issuer, claims: JWTPayload): Shown {
  const { sub, jti, iat = 0, exp = Infinity, acr, auth_time: at, client_id: client, cnf } = claims;
  const isOver = exp <= Math.floor(Date.now() / 1000) || exp - iat > LIFE;
  if (isOver || !isName(sub) || !isName(jti) || !isName(client)) throw problems.notSignedIn();
  if (issuer.clients && !issuer.clients.includes(client)) throw problems.notSignedIn();
  const boundTo = boundIn(cnf);
  const isStrong = typeof acr === 'string' && issuer.acr.includes(acr);
  return {
    issuer,
    subject: sub,
    issuedAt: iat,
    token: idOf(issuer.issuer, jti),
    isStrong,
    provedAt: isStrong && Number.isSafeInteger(at) ? (at as number) : 0,
    ...(boundTo === undefined ? {} : { boundTo }),
  };
}

/** A UUID of version 8 (RFC 9562 §5.8) over both, since the id of a token is unique at its issuer only. */
function idOf(issuer: string, jti: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([issuer, jti]))
    .digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
