/** Access tokens: signed by us, believed only when every claim is as we write it. */
import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type JWTPayload, SignJWT, importJWK, jwtVerify } from 'jose';
import { type Actor, ROLES, type Role } from '../access/actor.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { isCompactJws } from '../rules/base64url.ts';
import { levelOf, parseRegionKey } from '../rules/region.ts';
import { parseSchoolNumber } from '../rules/school.ts';
import type { Account } from './account.ts';
import { SigningKey } from './signing-key.ts';

/** Seconds. */
export const TOKEN_LIFE = 15 * 60;
/**
 * Seconds by which the clock of the process that issued a token may be ahead of ours: hosts differ by parts of one. It
 * prolongs nothing, for `exp` counts as it stands.
 */
const LEEWAY = 5;
const AUDIENCE = 'kanon-api';
const TYPE = 'at+jwt';
/** Characters; ours are shorter by half. */
const LONGEST = 4096;
/** Verified tokens remembered at once. */
const REMEMBERED = 10_000;

@Injectable()
export class Tokens {
  private readonly verified = new Map<string, { readonly actor: Actor; readonly until: number }>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly key: SigningKey,
  ) {}

  /** A token for 15 minutes that carries the account's role and scope. */
  async issue(account: Account): Promise<{ token: string; id: string }> {
    const id = randomUUID();
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({
      tenant: account.tenant,
      person: account.person,
      office: account.office,
      role: account.role,
      region: account.region,
      schools: [...account.schools],
      counties: [...(account.counties ?? [])],
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: this.key.id })
      .setIssuer(this.settings.publicUrl)
      .setAudience(AUDIENCE)
      .setSubject(account.id)
      .setJti(id)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_LIFE)
      .sign(this.key.secret);
    return { token, id };
  }

  /** Who asks with this header Authorization (RFC 6750 §2.1); throws not-signed-in. */
  async bearer(authorization: string | undefined): Promise<Actor> {
    const [, token] = /^Bearer ([^\s]+)$/i.exec(authorization ?? '') ?? [];
    if (!token) throw problems.notSignedIn();
    return this.verify(token);
  }

  /** Whose token it is; throws not-signed-in, whatever is wrong with it. */
  async verify(token: string): Promise<Actor> {
    if (token.length > LONGEST || !isCompactJws(token)) throw problems.notSignedIn();
    // The cache knows tokens by digest: a dump of memory shows none.
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(digest);
    if (known !== undefined && known.until > Date.now()) return known.actor;
    this.verified.delete(digest);

    const payload = await this.claimsOf(token);
    const actor = actorIn(payload);
    if (actor?.tenant !== this.settings.tenant) throw problems.notSignedIn();
    this.remember(digest, actor, (payload.exp ?? 0) * 1000);
    return actor;
  }

  private async claimsOf(token: string): Promise<JWTPayload> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, await importJWK(this.key.open, 'EdDSA'), {
        algorithms: ['EdDSA'],
        typ: TYPE,
        issuer: this.settings.publicUrl,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'jti', 'iat', 'exp', 'tenant', 'role', 'person', 'office', 'schools'],
        maxTokenAge: TOKEN_LIFE,
        clockTolerance: LEEWAY,
      });
      const { iat = 0, exp = Infinity, aud } = payload;
      if (protectedHeader.kid !== this.key.id || typeof aud !== 'string') throw problems.notSignedIn();
      if (exp <= Math.floor(Date.now() / 1000)) throw problems.notSignedIn();
      // maxTokenAge looks at `iat` once; the cache believes `exp` from then on.
      if (exp - iat > TOKEN_LIFE) throw problems.notSignedIn();
      return payload;
    } catch (cause) {
      const problem = problems.notSignedIn();
      problem.cause = cause;
      throw problem;
    }
  }

  private remember(digest: string, actor: Actor, until: number): void {
    // A Map keeps the order of insertion, so the first key is the oldest.
    if (this.verified.size >= REMEMBERED) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(digest, { actor, until });
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** The actor that the claims describe, or undefined where any is not as we write it. */
function actorIn(claims: JWTPayload): Actor | undefined {
  const { tenant, person, office, role, region, schools, counties = [], sub, jti } = claims;
  const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);
  if (typeof tenant !== 'string' || typeof office !== 'string') return undefined;
  if (!isRole(role) || !isId(sub) || !isId(jti) || !isId(person) || !Array.isArray(schools)) return undefined;
  const numbers = schools.map((number) =>
    typeof number === 'string' ? parseSchoolNumber(number) : undefined,
  );
  if (numbers.includes(undefined)) return undefined;
  if (!Array.isArray(counties)) return undefined;
  const near = counties.map((county) => (typeof county === 'string' ? parseRegionKey(county) : undefined));
  if (near.some((county) => county === undefined || levelOf(county) !== 'county')) return undefined;
  const key = typeof region === 'string' ? parseRegionKey(region) : undefined;
  if (region !== null && !key) return undefined;
  return {
    tenant,
    role,
    account: sub,
    person,
    office,
    schools: numbers.filter((number) => number !== undefined),
    token: jti,
    ...(key ? { region: key } : {}),
    ...(near.length > 0 ? { counties: near.filter((county) => county !== undefined) } : {}),
  };
}
