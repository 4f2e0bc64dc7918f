/** Who asks with an access token: one of ours, or one of an issuer whose subject is linked to an account of ours. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { TWO_FACTORS } from '../access/proof.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import type { Issuer } from '../foundation/issuers-file.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Account, actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { Issuers, type Shown } from './issuers.ts';
import { LinkStore } from './link.store.ts';
import { FEDERATED, lacksFactor } from './session-proof.ts';
import { Tokens } from './token.ts';

@Injectable()
export class Bearers {
  constructor(
    private readonly tokens: Tokens,
    private readonly issuers: Issuers,
    private readonly links: LinkStore,
    private readonly accounts: AccountStore,
    private readonly unrecorded: Unrecorded,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Who asks with this header Authorization (RFC 6750 §2.1); throws not-signed-in, not-linked, unavailable. */
  async of(authorization: string | undefined): Promise<Actor> {
    const [, token] = /^Bearer ([^\s]+)$/i.exec(authorization ?? '') ?? [];
    if (!token) throw problems.notSignedIn();
    const issuer = this.issuers.of(token);
    return issuer ? this.linked(issuer, token) : this.tokens.verify(token);
  }

  /** Role and scope are those of the account as it is now; the token says nothing of them. */
  private async linked(issuer: Issuer, token: string): Promise<Actor> {
    const shown = await this.issuers.shown(issuer, token);
    const { tenant } = this.settings;
    const account = await this.unrecorded.read('token check', tenant, async (tx) => {
      const { subject, issuedAt } = shown;
      const found = await this.links.find(tx, tenant, { issuer: issuer.issuer, subject }, issuedAt);
      if (!found) throw problems.notLinked();
      return found.isOld ? undefined : this.accounts.byId(tx, tenant, found.account);
    });
    if (!account) throw problems.notSignedIn();
    return this.actor(account, shown);
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
