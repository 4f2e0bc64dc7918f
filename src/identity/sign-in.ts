/** Signing in: the password is checked outside any transaction, and the attempt leaves its line in the log. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog } from '../access/access-log.ts';
import { type Entry, newEntryId } from '../access/entry.ts';
import { everywhere } from '../access/place.ts';
import { UnknownOutcome } from '../foundation/database/failure.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import type { Account } from './account.ts';
import { AccountStore } from './account.store.ts';
import { Factors, type FactorShown } from './factors.ts';
import { Outbox } from './outbox.ts';
import { isPassword } from './password.ts';
import type { Caller, Way } from './lanes.ts';
import { RefusalPace } from './refusal-pace.ts';
import { Refusals } from './refusals.ts';
import type { Proof } from './session-proof.ts';
import { type Granted, Sessions } from './sessions.ts';
import { SignInTries } from './sign-in-tries.ts';

/** How sign-ins ended; `merged`: refused without an entry of its own, `throttled`: no password was looked at. */
type Outcome = 'allowed' | 'refused' | 'merged' | 'throttled';

/** What a try came to. */
interface Look {
  readonly account: Account | undefined;
  readonly isRight: boolean;
  /** What is said instead of sign-in-failed where it is not right. */
  readonly wrong?: Problem;
  /** How it was shown who it is. */
  readonly proof?: Proof;
}

@Injectable()
export class SignIn {
  /** How many ended in which way since the start, without a name. */
  readonly figures: Record<Outcome, number> = { allowed: 0, refused: 0, merged: 0, throttled: 0 };
  private readonly refusals = new Refusals();
  /** Those of the right password alone, which must not hide those of a wrong code. */
  private readonly halves = new Refusals();

  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly accounts: AccountStore,
    private readonly sessions: Sessions,
    private readonly tries: SignInTries,
    private readonly factors: Factors,
    private readonly outbox: Outbox,
    private readonly log: AccessLog,
    private readonly pace: RefusalPace,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A session for the right password, and the right code or passkey where the account has a second factor. Throws sign-in-failed,
   * too-many-sign-ins, second-factor-needed or second-factor-wrong.
   */
  async signIn(name: string, password: string, caller: Caller, shown: FactorShown = {}): Promise<Granted> {
    const { account, proof, isKnown } = await this.throttled({ name, caller }, async (isKnown) => ({
      ...(await this.withFactor(name, await this.look(name, password, isKnown), shown)),
      isKnown,
    }));
    return this.enter(account, proof, isKnown);
  }

  /** Begins a session of somebody who has shown who it is; of a device that is new the account is told. */
  async enter(account: Account, proof: Proof | undefined, isKnown: boolean): Promise<Granted> {
    const { granted, actor, begin } = await this.sessions.prepare(account, proof);
    await this.record({ decision: 'allowed', rules: [], actor }, async (tx) => {
      await begin(tx);
      if (!isKnown) await this.outbox.tell(tx, account.tenant, account.id, 'device');
    });
    this.figures.allowed += 1;
    return granted;
  }

  /**
   * One try at getting into the account of that name. Throws too-many-sign-ins without looking, or sign-in-failed, with
   * its entry, where the look says no.
   */
  async throttled<T extends Look>(
    { name, caller, way = 'password' }: { name: string; caller: Caller; way?: Way },
    look: (isKnown: boolean) => Promise<T>,
  ): Promise<T & { readonly account: Account }> {
    const taken = await this.tries.take(way, name, caller).catch((error: unknown) => {
      if (error instanceof Problem) this.figures.throttled += 1;
      return this.pace.refuse(error);
    });
    const looked = await look(taken.isKnown).catch(async (error: unknown) => {
      await this.tries.giveBack(taken);
      throw error;
    });
    const { account, isRight, wrong = problems.signInFailed() } = looked;
    if (!account || !isRight) {
      await this.refuse(name, account, wrong);
      throw wrong;
    }
    await this.tries.giveBack(taken);
    return { ...looked, account };
  }

  /** Whether the password is the account's; `isKnown` as `throttled` tells it. */
  async look(name: string, password: string, isKnown: boolean): Promise<Look> {
    const account = await this.unrecorded.read('sign-in', this.settings.tenant, (tx) =>
      this.accounts.find(tx, this.settings.tenant, name),
    );
    return { account, isRight: await isPassword(account?.passwordHash, password, isKnown) };
  }

  /** After a look that said yes: asks for the second factor of the account. Throws second-factor-needed, with an entry. */
  async withFactor<T extends Look>(name: string, look: T, shown: FactorShown): Promise<T & Look> {
    const { account, isRight } = look;
    if (!account || !isRight) return look;
    try {
      const asked = await this.factors.ask(account, shown);
      return { ...look, ...asked, isRight: 'proof' in asked };
    } catch (error) {
      if (error instanceof Problem) await this.refuse(name, account, error, this.halves);
      throw error;
    }
  }

  /**
   * Nothing that others can see depends on whether the account exists: neither whether there is an entry, nor how many
   * bytes it has. So whoever guessed is nobody, and where no account has the name a random number stands for it.
   * What was typed as the name is in no entry: it may have been the password.
   */
  async refuse(
    name: string,
    account: Account | undefined,
    { code }: Problem,
    refusals = this.refusals,
  ): Promise<void> {
    if (!refusals.isFirst(name)) {
      this.figures.merged += 1;
      return;
    }
    await this.record({
      decision: 'refused',
      rules: [code],
      actor: undefined,
      subject: account?.id ?? randomUUID(),
      object: { account: account ? 'some' : 'none' },
    }).catch((error: unknown) => {
      refusals.forget(name);
      throw error;
    });
    this.figures.refused += 1;
  }

  /** No entry, no answer: then it is 503. */
  private async record(
    end: Pick<Entry, 'decision' | 'rules' | 'actor' | 'subject' | 'object'>,
    begin?: (tx: Tx) => Promise<void>,
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
      .read('entry of an access', this.settings.tenant, async (tx) => {
        await begin?.(tx);
        this.log.append(tx, entry);
      })
      .catch((cause: unknown) => {
        // The entry may stand there after all.
        if (cause instanceof UnknownOutcome) throw cause;
        throw Object.assign(problems.unavailable(), { cause });
      });
  }
}
