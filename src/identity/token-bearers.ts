/**
 * Who asks with an access token: one of ours, of a person or a program, or one of an issuer whose subject is linked to an account of
 * ours. One that is bound to a key counts with a proof of that key alone.
 *
 * source  RFC 6750 §2.1, RFC 9449 §7.1
 */
import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { TWO_FACTORS } from '../access/proof.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Issuer } from '../foundation/issuers-file.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Account, actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { PROOF_LIFE, type ShownProof, proofIn } from './dpop.ts';
import { Issuers, type Shown } from './issuers.ts';
import { LinkStore } from './link.store.ts';
import { Once } from './once.ts';
import { ProgramStore } from './program.store.ts';
import { FEDERATED, lacksFactor, SIGNED } from './session-proof.ts';
import { ProgramTokens } from './token-of-program.ts';
import { Tokens } from './token.ts';
import { UnusedStore } from './unused.store.ts';

/** What of a request tells who asks. */
type Asking = Pick<FastifyRequest, 'headers' | 'method' | 'url'> & {
  readonly raw: Pick<IncomingMessage, 'rawHeaders'>;
};

/** The header lines `DPoP`, each for itself: Node would join them. */
export const dpopLines = ({ raw }: Pick<Asking, 'raw'>): string[] =>
  raw.rawHeaders.filter((_, i, all) => i % 2 === 1 && all[i - 1]?.toLowerCase() === 'dpop');

@Injectable()
export class Bearers {
  /** Accounts whose use of today is stored. */
  private used = { day: '', accounts: new Set<string>() };

  constructor(
    private readonly tokens: Tokens,
    private readonly programs: ProgramTokens,
    private readonly issuers: Issuers,
    private readonly links: LinkStore,
    private readonly store: ProgramStore,
    private readonly accounts: AccountStore,
    private readonly unused: UnusedStore,
    private readonly once: Once,
    private readonly unrecorded: Unrecorded,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws not-signed-in, not-linked, dpop-proof-needed, unavailable. */
  async of(request: Asking): Promise<Actor> {
    const [, scheme = '', token] =
      /^(Bearer|DPoP) ([^\s]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) throw problems.notSignedIn();
    const isProved = scheme.toLowerCase() === 'dpop';
    const prove = (boundTo: string | undefined): Promise<ShownProof | undefined> =>
      this.proof(request, token, isProved, boundTo);
    const issuer = this.issuers.of(token);
    if (issuer) return this.linked(issuer, token, prove);
    if (this.programs.isOne(token)) return this.program(token, prove);
    if (isProved) throw problems.notSignedIn();
    return this.tokens.verify(token);
  }

  /** Of a token that is bound to no key none is asked for, and with one it is not shown. */
  private async proof(
    request: Asking,
    token: string,
    isProved: boolean,
    boundTo: string | undefined,
  ): Promise<ShownProof | undefined> {
    if (boundTo === undefined && !isProved) return undefined;
    if (boundTo === undefined) throw problems.notSignedIn();
    if (!isProved) throw problems.dpopProofNeeded();
    const { method, url } = request;
    const asked = { method, url: this.settings.publicUrl + url, token };
    const shown = await proofIn(dpopLines(request), asked);
    if (shown?.thumbprint !== boundTo) throw problems.dpopProofNeeded();
    return shown;
  }

  /** Uses the proof up; throws dpop-proof-needed where it was shown before. */
  private async useUp(tx: Tx, proof: ShownProof | undefined): Promise<void> {
    if (proof && !(await this.once.isFirstIn(tx, ['dpop', proof.thumbprint, proof.id], PROOF_LIFE)))
      throw problems.dpopProofNeeded();
  }

  /** Its schools are those of its account as it is now; the token says nothing of them. */
  private async program(
    token: string,
    prove: (boundTo: string | undefined) => Promise<ShownProof | undefined>,
  ): Promise<Actor> {
    const said = await this.programs.verify(token);
    const proof = await prove(said.boundTo);
    const { tenant } = this.settings;
    const account = await this.unrecorded.read('token check', tenant, async (tx) => {
      await this.useUp(tx, proof);
      const key = await this.store.keyOf(tx, tenant, said.account, said.kid);
      if (!key) return undefined;
      await this.wasUsed(tx, said.account);
      return this.accounts.byId(tx, tenant, said.account);
    });
    if (!account) throw problems.notSignedIn();
    return {
      ...actorOf(account),
      token: said.id,
      epoch: account.epoch,
      isProgram: true,
      amr: [SIGNED],
      provedAt: 0,
    };
  }

  /** Role and scope are those of the account as it is now; the token says nothing of them. */
  private async linked(
    issuer: Issuer,
    token: string,
    prove: (boundTo: string | undefined) => Promise<ShownProof | undefined>,
  ): Promise<Actor> {
    const shown = await this.issuers.shown(issuer, token);
    const proof = await prove(shown.boundTo);
    const { tenant } = this.settings;
    const account = await this.unrecorded.read('token check', tenant, async (tx) => {
      await this.useUp(tx, proof);
      const { subject, issuedAt } = shown;
      const found = await this.links.find(tx, tenant, { issuer: issuer.issuer, subject }, issuedAt);
      if (!found) throw problems.notLinked();
      if (found.isOld) return undefined;
      await this.wasUsed(tx, found.account);
      return this.accounts.byId(tx, tenant, found.account);
    });
    if (!account) throw problems.notSignedIn();
    return this.actor(account, shown);
  }

  /** Neither has a session that would tell it; once a day and process is often enough. */
  private async wasUsed(
    tx: Tx,
    account: string,
    today = new Date().toISOString().slice(0, 10),
  ): Promise<void> {
    if (this.used.day !== today) this.used = { day: today, accounts: new Set() };
    if (this.used.accounts.has(account)) return;
    await this.unused.wasUsed(tx, account);
    this.used.accounts.add(account);
  }

  private actor(account: Account, { token, isStrong, provedAt }: Shown): Actor {
    const amr = [FEDERATED, ...(isStrong ? [TWO_FACTORS] : [])];
    return {
      ...actorOf(account),
      token,
      epoch: account.epoch,
      amr,
      provedAt,
      ...(lacksFactor(account.role, amr, this.settings) ? { lacksFactor: true } : {}),
    };
  }
}
