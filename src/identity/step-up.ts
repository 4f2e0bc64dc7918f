/** Showing again who it is, in a session that has begun (RFC 9470). */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { AccountStore } from './account.store.ts';
import { Factors, type FactorShown } from './factors.ts';
import { PasskeyProofs } from './passkey-proofs.ts';
import { Tokens } from './token.ts';

@Injectable()
export class StepUp {
  constructor(
    private readonly factors: Factors,
    private readonly accounts: AccountStore,
    private readonly proofs: PasskeyProofs,
    private readonly tokens: Tokens,
  ) {}

  /** What a passkey is shown by, in this session of this account and no other. */
  challenge(tx: Tx, { account = '', session }: Actor): Buffer {
    if (session === undefined) throw problems.conflict({ what: SHOWN_ELSEWHERE });
    note(tx, { object: { session, factor: 'challenge' } });
    return this.proofs.challenge({ shownAgainBy: account, session });
  }

  /** An access token of the same session; empty where what was shown is wrong, which the gate answers. */
  async by(tx: Tx, actor: Actor, shown: FactorShown): Promise<string> {
    const { tenant, account = '', session } = actor;
    if (session === undefined) throw problems.conflict({ what: SHOWN_ELSEWHERE });
    const proof = await this.factors.showAgain(tx, actor, shown);
    if (!proof) return '';
    const known = await this.accounts.byId(tx, tenant, account);
    if (!known) throw problems.notSignedIn();
    return (await this.tokens.issue(known, session, proof)).token;
  }
}

/** The token is of an issuer. */
const SHOWN_ELSEWHERE = {
  de: 'Dieses Token gehört zu keiner Sitzung von Kanon; bitte beim Aussteller noch einmal anmelden.',
  en: 'This token belongs to no session of Kanon; sign in again at the issuer.',
};
