/** Showing a passkey: instead of a password and a second factor, after a password, or again in a session that has begun. */
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import type { Problem } from '../foundation/problem-shape.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type ChallengeUse, PasskeyChallenges } from './passkey-challenges.ts';
import { PasskeysStore } from './passkeys.store.ts';
import { type Assertion, challengeIn, counterIn, relyingPartyOf } from './webauthn.ts';

/** Whose passkey was shown; or not even that, or a problem that its holder is told. */
export interface Shown {
  readonly account?: string;
  readonly wrong?: Problem;
}

type ShowUse = Exclude<ChallengeUse, { readonly setUpBy: string }>;

@Injectable()
export class PasskeyProofs {
  constructor(
    private readonly store: PasskeysStore,
    private readonly challenges: PasskeyChallenges,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What is answered by showing a passkey: of any account, or again in the session that asks. */
  challenge(use: ShowUse = 'show'): Buffer {
    return this.challenges.make(use);
  }

  /**
   * Uses the challenge up and raises the counter where all is right. A counter that went back is a problem of its own: there
   * may be a copy, and only who holds the key can cause it.
   */
  async show(tx: Tx, tenant: string, assertion: Assertion, use: ShowUse = 'show'): Promise<Shown> {
    const challenge = this.challenges.read(challengeIn(assertion.clientData) ?? '', use);
    if (!challenge) return {};
    const party = relyingPartyOf(this.settings.publicUrl);
    const passkey = await this.store.take(tx, tenant, assertion.credential, party.id);
    if (!passkey) return {};
    const { userHandle } = assertion;
    if (userHandle !== undefined && userHandle !== userHandleOf(passkey.account)) return {};
    const counter = await counterIn(assertion, passkey, { challenge: challenge.text, party });
    if (counter === undefined) return {};
    if (!(await this.store.useChallenge(tx, tenant, challenge))) return {};
    if ((counter > 0 || passkey.counter > 0) && counter <= passkey.counter)
      return { account: passkey.account, wrong: problems.passkeyCopied() };
    await this.store.used(tx, tenant, passkey.id, counter);
    return { account: passkey.account };
  }
}

/** The random id of the account, 16 bytes in base64url: it tells nobody who it is. */
export const userHandleOf = (account: string): string =>
  Buffer.from(account.replaceAll('-', ''), 'hex').toString('base64url');
