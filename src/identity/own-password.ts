/** Setting one's own password: by the one-time code of an invitation or a reset, or by the password that it replaces. */
import { Inject, Injectable } from '@nestjs/common';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Account, actorOf } from './account.ts';
import { AccountLifeStore, type StoredCode } from './account-life.store.ts';
import { AccountStore } from './account.store.ts';
import type { Caller } from './lanes.ts';
import type { FactorShown } from './factors.ts';
import { isCode } from './one-time-code.ts';
import { Outbox } from './outbox.ts';
import { hashPassword } from './password.ts';
import { passwordFaults } from './password-rules.ts';
import { SessionStore } from './session.store.ts';
import { Factors } from './factors.ts';
import { type Proof, roleNeedsFactor } from './session-proof.ts';
import { type Granted, Sessions } from './sessions.ts';
import { SignIn } from './sign-in.ts';
import { Links, type LinkToBe } from './token-links.ts';

/** After so many wrong ones a code is void, and a new one is asked for. */
const MOST_WRONG = 10;

/** What may be sent beside code and password: a code of a factor, and whom an issuer says it is. */
interface Beside extends FactorShown {
  readonly issuerToken?: string | undefined;
  readonly linked?: LinkToBe | undefined;
}

/** What came with the password: the digest of the code, how it was shown who it is, and whom an issuer says it is. */
interface Shown {
  readonly hash?: Buffer | undefined;
  readonly kind?: StoredCode['kind'] | undefined;
  readonly proof?: Proof | undefined;
  readonly link?: LinkToBe | undefined;
}

@Injectable()
export class OwnPassword {
  constructor(
    private readonly gate: Gate,
    private readonly unrecorded: Unrecorded,
    private readonly signIn: SignIn,
    private readonly accounts: AccountStore,
    private readonly lives: AccountLifeStore,
    private readonly sessionStore: SessionStore,
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly factors: Factors,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Sets the first password, or a new one after a reset, and signs in. With a token of an issuer, or what it said to a
   * browser, the account is linked to its subject.
   *
   * throws  sign-in-failed where account or code is wrong, or the code is over; too-many-sign-ins; bad-request with what
   *         is wrong with the password, which leaves the code as it was
   */
  async activate(
    name: string,
    code: string,
    password: string,
    caller: Caller,
    { issuerToken, linked, ...shown }: Beside = {},
  ): Promise<Granted> {
    const { tenant } = this.settings;
    let link = linked;
    const found = await this.signIn.throttled({ name, caller, way: 'code' }, async () => {
      const look = await this.unrecorded.read('sign-in', this.settings.tenant, async (tx) => {
        const stored = await this.lives.codeOf(tx, tenant, name, MOST_WRONG);
        const isRight = stored?.isGood === true && isCode(code, stored.hash);
        if (stored && !isRight) await this.lives.wrongCode(tx, tenant, stored.account);
        const account = stored && (await this.accounts.byId(tx, tenant, stored.account));
        return { account, isRight: isRight && account !== undefined, hash: stored?.hash, kind: stored?.kind };
      });
      if (look.account && look.isRight) {
        await this.check(password, look.account);
        if (issuerToken !== undefined) link = await this.links.shownBy(issuerToken);
      }
      return this.signIn.withFactor(name, look, shown);
    });
    return this.put(found.account, password, 'activate', { ...found, link });
  }

  /** Sets a new password in place of the old one; every other session ends. Throws as `activate` does. */
  async change(
    name: string,
    old: string,
    password: string,
    caller: Caller,
    shown: FactorShown = {},
  ): Promise<Granted> {
    const { account, proof } = await this.signIn.throttled({ name, caller }, async (isKnown) => {
      const look = await this.signIn.look(name, old, isKnown);
      if (look.account && look.isRight) await this.check(password, look.account);
      return this.signIn.withFactor(name, look, shown);
    });
    return this.put(account, password, 'change', { proof });
  }

  private async check(password: string, account: Account): Promise<void> {
    const faults = await passwordFaults(
      password,
      [account.name, account.office],
      await this.isAlone(account),
    );
    if (faults.length > 0) throw problems.badRequest(faults);
  }

  /** Whether it opens the account by itself: not where the role works with a second factor, so that the last one stays. */
  private async isAlone(account: Account): Promise<boolean> {
    return (
      !roleNeedsFactor(account.role, this.settings) ||
      !(await this.factors.hasAny(account.tenant, account.id))
    );
  }

  /** The hash is made outside the transaction, which is not to wait for a core. */
  private async put(
    account: Account,
    password: string,
    how: 'activate' | 'change',
    { hash: code, kind, proof, link }: Shown,
  ): Promise<Granted> {
    const hash = await hashPassword(password);
    const { tenant, id } = account;
    return this.gate.pass(
      { actor: actorOf(account), act: 'account.password', place: everywhere },
      async (tx) => {
        note(tx, { subject: id, object: { how } });
        if (code && !(await this.lives.useCode(tx, tenant, id, code))) throw problems.signInFailed();
        if (link) await this.links.put(tx, id, link);
        await this.lives.putPassword(tx, tenant, id, hash);
        await this.sessionStore.end(tx, tenant, id);
        // With the epoch that the change has raised.
        const now = await this.accounts.byId(tx, tenant, id);
        if (!now) throw problems.signInFailed();
        const { granted, begin } = await this.sessions.prepare(now, proof);
        await begin(tx);
        // Who has just come in for the first time knows it.
        if (kind !== 'activation') await this.outbox.tell(tx, tenant, id, 'password');
        return granted;
      },
    );
  }
}
