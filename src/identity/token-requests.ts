/** What comes to the token endpoint: who asks is looked at, what counts once is used up, and the entry is written with it. */
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import { newEntryId } from '../access/entry.ts';
import { everywhere } from '../access/place.ts';
import { UnknownOutcome } from '../foundation/database/failure.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Account, actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { Buckets } from './bucket.ts';
import { ASSERTION_LIFE, believedId, claimedBy } from './client-assertion.ts';
import { COMMAND_LINE } from './device-grants.dto.ts';
import { PROOF_LIFE, type ShownProof, proofIn } from './dpop.ts';
import type { Caller } from './lanes.ts';
import { Once } from './once.ts';
import { ProgramStore } from './program.store.ts';
import { ProgramTokens } from './token-of-program.ts';
import { DeviceSignIn } from './sign-in-device.ts';
import {
  CLIENT_CREDENTIALS,
  DEVICE_CODE,
  type IssuedToken,
  JWT_BEARER,
  type TokenRequest,
} from './tokens.dto.ts';
import { TOKEN_LIFE } from './token-life.ts';

/** Where programs ask; the words of RFC 8414 are `token_endpoint`. */
const TOKEN_ENDPOINT = '/v1/tokens';
/** Requests of one source that came to nothing: a signature is not guessed, but each costs a look. */
const IN_VAIN = { burst: 60, rate: 1 };

/** Who showed what. */
interface Shown {
  readonly account: Account;
  readonly kid: string;
  readonly jti: string;
}

@Injectable()
export class TokenRequests {
  private readonly inVain = new Buckets(IN_VAIN);
  private readonly url: string;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly accounts: AccountStore,
    private readonly store: ProgramStore,
    private readonly tokens: ProgramTokens,
    private readonly once: Once,
    private readonly devices: DeviceSignIn,
    private readonly log: AccessLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.url = settings.publicUrl + TOKEN_ENDPOINT;
  }

  /** Throws token-request-refused, grant-unknown, client-refused, dpop-proof-refused, too-many-sign-ins. */
  async answer(body: TokenRequest, { source }: Caller, proofs: readonly string[]): Promise<IssuedToken> {
    const { isAllowed, wait } = this.inVain.look(source);
    if (!isAllowed) throw problems.tooManySignIns(wait);
    try {
      if (body.grant_type === undefined || body.scope !== undefined) throw problems.tokenRequestRefused();
      if (body.grant_type === DEVICE_CODE) return await this.device(body);
      if (body.grant_type !== CLIENT_CREDENTIALS) throw problems.grantUnknown();
      return await this.grant(await this.program(body), await this.proof(proofs));
    } catch (error) {
      const isVain = error instanceof Problem && error.status < 500 && error.code !== 'authorization-pending';
      if (isVain) this.inVain.take(source);
      throw error;
    }
  }

  /** A session of the person who said yes. */
  private async device({ client_id: client, device_code: code = '' }: TokenRequest): Promise<IssuedToken> {
    if (client !== COMMAND_LINE) throw problems.clientRefused();
    const { access, refresh, idle } = await this.devices.poll(code);
    return {
      access_token: access,
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE,
      refresh_token: refresh,
      refresh_expires_in: idle,
    };
  }

  /** Which program it is, by its signature. */
  private async program({ client_assertion: said = '', ...body }: TokenRequest): Promise<Shown> {
    const claimed = claimedBy(said);
    const isSound = body.client_assertion_type === JWT_BEARER && claimed !== undefined;
    if (!isSound || (body.client_id ?? claimed.program) !== claimed.program) throw problems.clientRefused();
    const { tenant, publicUrl } = this.settings;
    const { program, kid } = claimed;
    const known = await this.unrecorded.read('token check', tenant, async (tx) => {
      const account = await this.accounts.find(tx, tenant, program);
      const jwk = account && (await this.store.keyOf(tx, tenant, account.id, kid));
      return jwk && { account, jwk };
    });
    if (!known) throw problems.clientRefused();
    const jti = await believedId(said, program, known.jwk, [publicUrl, this.url]);
    if (jti === undefined) throw problems.clientRefused();
    return { account: known.account, kid, jti };
  }

  /** None where there is no header of it. */
  private async proof(lines: readonly string[]): Promise<ShownProof | undefined> {
    if (lines.length === 0) return undefined;
    const shown = await proofIn(lines, { method: 'POST', url: this.url });
    if (!shown) throw problems.dpopProofRefused();
    return shown;
  }

  private async grant({ account, kid, jti }: Shown, proof: ShownProof | undefined): Promise<IssuedToken> {
    const bound = proof ? { boundTo: proof.thumbprint } : {};
    const { token, id } = await this.tokens.issue(account.name, { account: account.id, kid, ...bound });
    const refusal = await this.unrecorded
      .read('entry of an access', account.tenant, async (tx) => {
        const isNew = await this.once.isFirstIn(tx, ['assertion', account.id, jti], ASSERTION_LIFE + 60);
        const isNewProof =
          !proof || (await this.once.isFirstIn(tx, ['dpop', proof.thumbprint, proof.id], PROOF_LIFE));
        const problem = !isNew
          ? problems.clientRefused()
          : isNewProof
            ? undefined
            : problems.dpopProofRefused();
        this.log.append(tx, {
          id: newEntryId(),
          tenant: account.tenant,
          actor: { ...actorOf(account), ...(problem ? {} : { token: id }) },
          action: 'session.create',
          place: everywhere(),
          purpose: undefined,
          decision: problem ? 'refused' : 'allowed',
          rules: problem ? [problem.code] : [],
          object: { how: 'key', key: kid },
        });
        return problem;
      })
      .catch((cause: unknown) => {
        // The entry may stand there after all.
        if (cause instanceof UnknownOutcome) throw cause;
        throw Object.assign(problems.unavailable(), { cause });
      });
    if (refusal) throw refusal;
    return { access_token: token, token_type: proof ? 'DPoP' : 'Bearer', expires_in: TOKEN_LIFE };
  }
}
