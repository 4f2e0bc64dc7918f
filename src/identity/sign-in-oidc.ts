/** Signing in at an issuer: a browser is sent there, comes back, and has a session of ours where its subject is linked. */
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import { newEntryId } from '../access/entry.ts';
import { everywhere } from '../access/place.ts';
import { TWO_FACTORS } from '../access/proof.ts';
import { UnknownOutcome } from '../foundation/database/failure.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Issuer } from '../foundation/issuers-file.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import type { Account } from './account.ts';
import { AccountStore } from './account.store.ts';
import { Factors } from './factors.ts';
import { LinkStore, type Linked } from './link.store.ts';
import { type Arrived, type Journey, OidcClient } from './oidc-client.ts';
import { Once } from './once.ts';
import { COOKIE_LIFE } from './sealed-cookie.ts';
import { FEDERATED, type Proof } from './session-proof.ts';
import { type Granted, Sessions } from './sessions.ts';

/** Where browsers begin; `/callback` behind the issuer's id is where they come back. */
const OIDC = '/v1/sign-in/oidc';

@Injectable()
export class OidcSignIn {
  /** Of those issuers that the settings let people sign in by. */
  private readonly clients: ReadonlyMap<string, { readonly issuer: Issuer; readonly client: OidcClient }>;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly links: LinkStore,
    private readonly accounts: AccountStore,
    private readonly factors: Factors,
    private readonly sessions: Sessions,
    private readonly once: Once,
    private readonly log: AccessLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const offered = settings.issuers.filter(({ clientId }) => clientId !== undefined);
    this.clients = new Map(
      offered.map((issuer) => [
        issuer.id,
        { issuer, client: new OidcClient(issuer, `${settings.publicUrl}${OIDC}/${issuer.id}/callback`) },
      ]),
    );
  }

  get offered(): readonly string[] {
    return [...this.clients.keys()];
  }

  /** Throws not-found, unavailable. */
  begin(id: string, isFresh: boolean): Promise<{ readonly url: URL; readonly journey: Journey }> {
    return this.at(id).client.begin(isFresh);
  }

  /**
   * What comes of somebody who came back: a session, or, where nobody is linked to them, whom the issuer says they are.
   *
   * throws  sign-in-failed where the issuer or the browser does not say what it should, or the account is not open;
   *         not-found, unavailable
   */
  async arrive(
    id: string,
    path: string,
    journey: Journey | undefined,
  ): Promise<{ granted: Granted } | { link: Linked }> {
    const { issuer, client } = this.at(id);
    // A journey is made once, and by the browser that began it.
    if (journey?.issuer !== id || !(await this.once.isFirst(['oidc', journey.state], COOKIE_LIFE)))
      throw problems.signInFailed();
    const arrived = await client.arrive(new URL(this.settings.publicUrl + path), journey);
    if (!arrived) throw problems.signInFailed();
    const link = { issuer: issuer.issuer, subject: arrived.subject };
    const { tenant } = this.settings;
    const found = await this.unrecorded.read('sign-in', tenant, async (tx) => {
      const linked = await this.links.find(tx, tenant, link, 0);
      return linked && { account: await this.accounts.byId(tx, tenant, linked.account) };
    });
    if (!found) return { link };
    if (!found.account) throw problems.signInFailed();
    return { granted: await this.enter(found.account, issuer, arrived) };
  }

  private async enter(account: Account, { id }: Issuer, arrived: Arrived): Promise<Granted> {
    const { granted, actor, begin } = await this.sessions.prepare(
      account,
      await this.proofOf(account, arrived),
    );
    await this.unrecorded
      .read('entry of an access', account.tenant, async (tx) => {
        await begin(tx);
        this.log.append(tx, {
          id: newEntryId(),
          tenant: account.tenant,
          actor,
          action: 'session.create',
          place: everywhere(),
          purpose: undefined,
          decision: 'allowed',
          rules: [],
          object: { how: 'oidc', issuer: id },
        });
      })
      .catch((cause: unknown) => {
        // The entry may stand there after all.
        if (cause instanceof UnknownOutcome) throw cause;
        throw Object.assign(problems.unavailable(), { cause });
      });
    return granted;
  }

  /**
   * What the issuer vouches for. Without two factors there the session counts as fresh only where the account has no factor of its own,
   * so that one can be set up; else its own factor is asked for first.
   */
  private async proofOf({ tenant, id }: Account, { isStrong, provedAt }: Arrived): Promise<Proof> {
    if (isStrong) return { amr: [FEDERATED, TWO_FACTORS], at: provedAt ?? 0 };
    const at = (await this.factors.hasAny(tenant, id)) ? 0 : (provedAt ?? Math.floor(Date.now() / 1000));
    return { amr: [FEDERATED], at };
  }

  private at(id: string) {
    const known = this.clients.get(id);
    if (!known) throw problems.notFound();
    return known;
  }
}
