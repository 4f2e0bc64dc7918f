/** Access tokens of programs: they say which program, by which key of its, and nothing of what it may do. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type JWTPayload, SignJWT, decodeJwt, jwtVerify } from 'jose';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { isCompactJws } from '../rules/base64url.ts';
import { Keyring } from './keyring.ts';
import { TOKEN_LIFE } from './token-life.ts';

const AUDIENCE = 'kanon-api';
const TYPE = 'at+jwt';
const LONGEST = 4096;
const LEEWAY = 5;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What such a token says. */
export interface ProgramToken {
  /** Account that the program acts as. */
  readonly account: string;
  readonly id: string;
  /** Id of the key by which it was asked for. */
  readonly kid: string;
  /** Thumbprint of the key that whoever shows it must hold. */
  readonly boundTo?: string;
}

@Injectable()
export class ProgramTokens {
  constructor(
    private readonly ring: Keyring,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async issue(
    name: string,
    {
      account,
      id = randomUUID(),
      kid,
      boundTo,
    }: Partial<ProgramToken> & Pick<ProgramToken, 'account' | 'kid'>,
  ): Promise<{ token: string; id: string }> {
    const now = Math.floor(Date.now() / 1000);
    const key = this.ring.signing('tokens');
    const token = await new SignJWT({
      client_id: name,
      client_key: kid,
      ...(boundTo === undefined ? {} : { cnf: { jkt: boundTo } }),
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: key.id })
      .setIssuer(this.settings.publicUrl)
      .setAudience(AUDIENCE)
      .setSubject(account)
      .setJti(id)
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_LIFE)
      .sign(key.secret);
    return { token, id };
  }

  /** Whether it says that it is one; nothing of it is believed yet. */
  isOne(token: string): boolean {
    if (token.length > LONGEST || !isCompactJws(token)) return false;
    try {
      const { iss, client_id: client } = decodeJwt(token);
      return iss === this.settings.publicUrl && client !== undefined;
    } catch {
      return false;
    }
  }

  /** Throws not-signed-in, whatever is wrong with it. */
  async verify(token: string): Promise<ProgramToken> {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.keyOf(kid), {
        algorithms: ['EdDSA'],
        typ: TYPE,
        issuer: this.settings.publicUrl,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'jti', 'iat', 'exp', 'client_id', 'client_key'],
        maxTokenAge: TOKEN_LIFE,
        clockTolerance: LEEWAY,
      });
      return said(payload);
    } catch (cause) {
      throw Object.assign(problems.notSignedIn(), { cause });
    }
  }

  private async keyOf(kid: unknown) {
    const key = typeof kid === 'string' ? await this.ring.tokenKey(kid) : undefined;
    if (!key) throw problems.notSignedIn();
    return key;
  }
}

function said(claims: JWTPayload): ProgramToken {
  const { sub, jti, iat = 0, exp = Infinity, aud, client_key: kid, cnf } = claims;
  const isOver = exp <= Math.floor(Date.now() / 1000) || exp - iat > TOKEN_LIFE;
  if (isOver || typeof aud !== 'string' || typeof kid !== 'string') throw problems.notSignedIn();
  if (!ID.test(sub ?? '') || !ID.test(jti ?? '')) throw problems.notSignedIn();
  const boundTo = boundIn(cnf);
  return { account: sub ?? '', id: jti ?? '', kid, ...(boundTo === undefined ? {} : { boundTo }) };
}

/** The thumbprint of `cnf` (RFC 9449 §6.1); throws where it asks for something else, which we cannot check. */
export function boundIn(cnf: unknown): string | undefined {
  if (cnf === undefined) return undefined;
  const { jkt, ...more } = cnf as { jkt?: unknown };
  if (typeof jkt !== 'string' || Object.keys(more).length > 0) throw problems.notSignedIn();
  return jkt;
}
