/** Signing in: the password is checked outside any transaction, and the attempt leaves its line in the log. */
import { createHash } from 'node:crypto';
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
import { Throttle } from './throttle.ts';
import { Tokens } from './token.ts';

@Injectable()
export class SignIn {
  private readonly throttle = new Throttle();
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
    if (!this.throttle.take(name)) throw problems.tooManySignIns();
    const { account, isRight } = await this.look(name, password).catch((error: unknown) => {
      this.throttle.giveBack(name);
      throw error;
    });
    if (!account || !isRight) {
      await this.record(account, {
        decision: 'refused',
        rules: ['sign-in-failed'],
        id: oncePerMinute(account?.id),
      });
      throw problems.signInFailed();
    }
    this.throttle.succeeded(name);
    const { token, id } = await this.tokens.issue(account);
    await this.record(account, { decision: 'allowed', rules: [], id: newEntryId() }, id);
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

  /** No entry, no answer: then it is 503. */
  private async record(
    account: Account | undefined,
    end: Pick<Entry, 'decision' | 'rules' | 'id'>,
    token?: string,
  ): Promise<void> {
    const entry: Entry = {
      ...end,
      at: new Date(),
      tenant: this.settings.tenant,
      actor: account && actorOf(account, token),
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

/**
 * The same id for every failure of one account within a minute, so the log keeps one of them.
 * What was typed as the name is in no entry: it may have been the password.
 */
function oncePerMinute(account = 'unknown', now = Date.now()): string {
  const digest = createHash('sha256')
    .update(`sign-in ${account} ${Math.floor(now / 60_000)}`)
    .digest('hex');
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
