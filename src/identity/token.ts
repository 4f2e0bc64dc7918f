/** Access tokens: signed by us, believed only when every claim is as we write it. */
import { createHash, type KeyObject, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type JWTPayload, SignJWT, jwtVerify } from 'jose';
import { type Actor, ROLES, type Role } from '../access/actor.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { isCompactJws } from '../rules/base64url.ts';
import { levelOf, parseRegionKey } from '../rules/region.ts';
import { parseSchoolNumber } from '../rules/school.ts';
import type { Account } from './account.ts';
import { Keyring } from './keyring.ts';
import { NO_PROOF, type Proof, lacksFactor } from './session-proof.ts';
import { TOKEN_LIFE } from './token-life.ts';

export { TOKEN_LIFE } from './token-life.ts';
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

interface Verified {
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Id of the key that signed it. */
  readonly key: string;
}

@Injectable()
export class Tokens {
  private readonly verified = new Map<string, Verified>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Keyring) private readonly ring: Pick<Keyring, 'signing' | 'tokenKey' | 'isTokenKey'>,
  ) {}

  /** A token for 15 minutes that carries the account's role and scope, and how its session was signed in. */
  async issue(
    account: Account,
    session: string,
    proof: Proof = NO_PROOF,
  ): Promise<{ token: string; id: string }> {
    const id = randomUUID();
    const now = Math.floor(Date.now() / 1000);
    const key = this.ring.signing('tokens');
    const token = await new SignJWT({
      tenant: account.tenant,
      person: account.person,
      office: account.office,
      role: account.role,
      region: account.region,
      schools: [...account.schools],
      counties: [...(account.counties ?? [])],
      epoch: account.epoch,
      sid: session,
      amr: [...proof.amr],
      auth_time: proof.at,
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: key.id })
      .setIssuer(this.settings.publicUrl)
      .setAudience(AUDIENCE)
      .setSubject(account.id)
      .setJti(id)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_LIFE)
      .sign(key.secret);
    return { token, id };
  }

  /** Whose token it is; throws not-signed-in, whatever is wrong with it. */
  async verify(token: string): Promise<Actor> {
    if (token.length > LONGEST || !isCompactJws(token)) throw problems.notSignedIn();
    // The cache knows tokens by digest: a dump of memory shows none.
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(digest);
    if (known !== undefined && known.until > Date.now() && this.ring.isTokenKey(known.key))
      return known.actor;
    this.verified.delete(digest);

    const { payload, key } = await this.claimsOf(token);
    const actor = actorIn(payload, this.settings);
    if (actor?.tenant !== this.settings.tenant) throw problems.notSignedIn();
    this.remember(digest, { actor, until: (payload.exp ?? 0) * 1000, key });
    return actor;
  }

  /** What a token says, and by which key; only one of tokens, and never one that the token brings along. */
  private async claimsOf(token: string): Promise<{ payload: JWTPayload; key: string }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => this.keyOf(kid), {
        algorithms: ['EdDSA'],
        typ: TYPE,
        issuer: this.settings.publicUrl,
        audience: AUDIENCE,
        requiredClaims: [
          'sub',
          'jti',
          'iat',
          'exp',
          'tenant',
          'role',
          'person',
          'office',
          'schools',
          'epoch',
          'sid',
          'amr',
          'auth_time',
        ],
        maxTokenAge: TOKEN_LIFE,
        clockTolerance: LEEWAY,
      });
      const { iat = 0, exp = Infinity, aud } = payload;
      if (typeof aud !== 'string') throw problems.notSignedIn();
      if (exp <= Math.floor(Date.now() / 1000)) throw problems.notSignedIn();
      // maxTokenAge looks at `iat` once; the cache believes `exp` from then on.
      if (exp - iat > TOKEN_LIFE) throw problems.notSignedIn();
      return { payload, key: protectedHeader.kid ?? '' };
    } catch (cause) {
      const problem = problems.notSignedIn();
      problem.cause = cause;
      throw problem;
    }
  }

  private async keyOf(kid: unknown): Promise<KeyObject> {
    const key = typeof kid === 'string' ? await this.ring.tokenKey(kid) : undefined;
    if (!key) throw problems.notSignedIn();
    return key;
  }

  private remember(digest: string, verified: Verified): void {
    // A Map keeps the order of insertion, so the first key is the oldest.
    if (this.verified.size >= REMEMBERED) this.verified.delete(this.verified.keys().next().value ?? '');
    this.verified.set(digest, verified);
  }
}

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

const isMoment = (value: unknown): value is number => Number.isSafeInteger(value);

/** The actor that the claims describe, or undefined where any is not as we write it. */
function actorIn(claims: JWTPayload, settings: Settings): Actor | undefined {
  const { tenant, person, office, role, region, schools, counties = [], sub, jti, epoch, sid } = claims;
  const { amr, auth_time: provedAt } = claims;
  if (!isWords(amr) || !isMoment(provedAt)) return undefined;
  const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);
  if (typeof tenant !== 'string' || typeof office !== 'string') return undefined;
  if (!Number.isSafeInteger(epoch) || !isId(sid)) return undefined;
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
    epoch: epoch as number,
    session: sid,
    amr,
    provedAt,
    ...(lacksFactor(role, amr, settings) ? { lacksFactor: true } : {}),
    ...(key ? { region: key } : {}),
    ...(near.length > 0 ? { counties: near.filter((county) => county !== undefined) } : {}),
  };
}
