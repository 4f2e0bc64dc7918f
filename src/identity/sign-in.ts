/** Signing in: the password is checked outside any transaction, and the attempt leaves its line in the log. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import { type Entry, newEntryId } from '../access/entry.ts';
import { everywhere } from '../access/place.ts';
import { UnknownOutcome } from '../foundation/database/failure.ts';
import type { Scope } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { type Account, actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { isPassword } from './password.ts';
import { Refusals } from './refusals.ts';
import { Throttle } from './throttle.ts';
import { Tokens } from './token.ts';

/** How sign-ins ended; `merged`: refused without an entry of its own, `throttled`: no password was looked at. */
type Outcome = 'allowed' | 'refused' | 'merged' | 'throttled';

@Injectable()
export class SignIn {
  /** How many ended in which way since the start, without a name. */
  readonly figures: Record<Outcome, number> = { allowed: 0, refused: 0, merged: 0, throttled: 0 };
  private readonly throttle = new Throttle();
  private readonly refusals = new Refusals();
  private readonly scope: Scope;

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly accounts: AccountStore,
    private readonly tokens: Tokens,
    private readonly log: AccessLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.scope = { role: 'kanon_identity', settings: { 'kanon.tenant': settings.tenant } };
  }

  /** An access token for the right password; throws sign-in-failed or too-many-sign-ins. */
  async signIn(name: string, password: string): Promise<string> {
    if (!this.throttle.take(name)) {
      this.figures.throttled += 1;
      throw problems.tooManySignIns();
    }
    const { account, isRight } = await this.look(name, password).catch((error: unknown) => {
      this.throttle.giveBack(name);
      throw error;
    });
    if (!account || !isRight) {
      await this.refuse(name, account);
      throw problems.signInFailed();
    }
    this.throttle.succeeded(name);
    const { token, id } = await this.tokens.issue(account);
    await this.record({ decision: 'allowed', rules: [], actor: actorOf(account, id) });
    this.figures.allowed += 1;
    return token;
  }

  private async look(
    name: string,
    password: string,
  ): Promise<{ account: Account | undefined; isRight: boolean }> {
    const account = await this.unrecorded.read('sign-in', this.scope, (tx) =>
      this.accounts.find(tx, this.settings.tenant, name),
    );
    return { account, isRight: await isPassword(account?.passwordHash, password) };
  }

  /**
   * Nothing that others can see depends on whether the account exists: neither whether there is an entry, nor how many
   * bytes it has. So whoever guessed is nobody, and where no account has the name a random number stands for it.
   * What was typed as the name is in no entry: it may have been the password.
   */
  private async refuse(name: string, account: Account | undefined): Promise<void> {
    if (!this.refusals.isFirst(name)) {
      this.figures.merged += 1;
      return;
    }
    await this.record({
      decision: 'refused',
      rules: ['sign-in-failed'],
      actor: undefined,
      subject: account?.id ?? randomUUID(),
      object: { account: account ? 'some' : 'none' },
    }).catch((error: unknown) => {
      this.refusals.forget(name);
      throw error;
    });
    this.figures.refused += 1;
  }

  /** No entry, no answer: then it is 503. */
  private async record(
    end: Pick<Entry, 'decision' | 'rules' | 'actor' | 'subject' | 'object'>,
  ): Promise<void> {
    const entry: Omit<Entry, 'at'> = {
      ...end,
      id: newEntryId(),
      tenant: this.settings.tenant,
      action: 'session.create',
      place: everywhere(),
      purpose: undefined,
    };
    await this.unrecorded
      .read('entry of an access', this.scope, (tx) => {
        this.log.append(tx, entry);
      })
      .catch((cause: unknown) => {
        // The entry may stand there after all.
        if (cause instanceof UnknownOutcome) throw cause;
        throw Object.assign(problems.unavailable(), { cause });
      });
  }
}
