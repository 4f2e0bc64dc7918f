/** Signing in by a passkey alone: its holder was verified by the device, so it counts as two factors. */
import { Inject, Injectable } from '@nestjs/common';
import { TWO_FACTORS } from '../access/proof.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import type { Account } from './account.ts';
import { AccountStore } from './account.store.ts';
import { Devices } from './device.ts';
import type { Caller } from './lanes.ts';
import { PasskeyProofs } from './passkey-proofs.ts';
import { PasskeysStore } from './passkeys.store.ts';
import { BY_PASSKEY, provedBy } from './session-proof.ts';
import type { Granted } from './sessions.ts';
import { SignIn } from './sign-in.ts';
import { type Assertion, relyingPartyOf } from './webauthn.ts';

@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly proofs: PasskeyProofs,
    private readonly store: PasskeysStore,
    private readonly accounts: AccountStore,
    private readonly signIn: SignIn,
    private readonly devices: Devices,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** How many belong to another address than the service has now. */
  async countElsewhere(): Promise<number> {
    const { tenant, publicUrl } = this.settings;
    return this.unrecorded.read('sign-in', tenant, (tx) =>
      this.store.countElsewhere(tx, tenant, relyingPartyOf(publicUrl).id),
    );
  }

  /**
   * A session of the account whose passkey it is.
   *
   * throws  sign-in-failed, whatever is wrong; passkey-copied where its counter went back. With an entry, as after a wrong
   *         password.
   */
  async signInBy(assertion: Assertion, { devices }: Caller): Promise<{ granted: Granted; name: string }> {
    const { tenant } = this.settings;
    const { account, wrong } = await this.unrecorded.read('sign-in', tenant, async (tx) => {
      const shown = await this.proofs.show(tx, tenant, assertion);
      const known: Account | undefined =
        shown.account === undefined ? undefined : await this.accounts.byId(tx, tenant, shown.account);
      return { account: known, wrong: shown.wrong ?? (known ? undefined : problems.signInFailed()) };
    });
    if (!account || wrong) {
      const why = wrong ?? problems.signInFailed();
      await this.signIn.refuse(assertion.credential.toString('base64url'), account, why);
      throw why;
    }
    const isKnown = devices.some((device) => this.devices.isOf(device, account.name));
    const granted = await this.signIn.enter(account, provedBy(...BY_PASSKEY, TWO_FACTORS), isKnown);
    return { granted, name: account.name };
  }
}
