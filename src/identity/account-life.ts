/** The life of an account: invited, changed, reset, closed. Nobody ever chooses or sees another's password. */
import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { type NewAccount, Accounts } from './accounts.ts';
import {
  type AccountChange,
  type AccountFilter,
  AccountLifeStore,
  type KnownAccount,
} from './account-life.store.ts';
import { conflictOf, refusalOf } from './account-refusals.ts';
import { changeWords, scopeWords } from './account-words.ts';
import type { Approval } from './approval.store.ts';
import { Factors } from './factors.ts';
import { codeDigest, newCode } from './one-time-code.ts';
import { Outbox } from './outbox.ts';
import { SCHOOLS_PER_REPORTER } from './account.ts';
import { isPrivileged } from './privileged.ts';
import { SessionStore } from './session.store.ts';
import { SignInTries } from './sign-in-tries.ts';

/** Days in which a code can be used: the letter lies in a pigeonhole, and holidays are long. */
export const CODE_DAYS = 30;

/** SQLSTATE of a row that row-level security lets nobody of this scope write. */
const OUT_OF_SCOPE = '42501';

export interface Invitation extends NewAccount, Pick<AccountChange, 'mailbox' | 'from' | 'to'> {
  /** Name of another account of the same human. */
  readonly samePersonAs?: string | undefined;
}

/** A code that is told once, to whoever hands it over. */
export interface Handed {
  readonly account: KnownAccount;
  readonly code: string;
  readonly endsAt: Date;
}

@Injectable()
export class AccountLife {
  constructor(
    private readonly accounts: Accounts,
    private readonly store: AccountLifeStore,
    private readonly sessions: SessionStore,
    private readonly tries: SignInTries,
    private readonly factors: Factors,
    private readonly outbox: Outbox,
  ) {}

  list(tx: Tx, { tenant }: Actor, asked: AccountFilter): Promise<KnownAccount[]> {
    note(tx, { object: { what: 'accounts' } });
    return this.store.list(tx, tenant, asked);
  }

  async one(tx: Tx, { tenant }: Actor, id: string): Promise<KnownAccount> {
    note(tx, { subject: id, object: { what: 'account' } });
    const account = await this.store.one(tx, tenant, id);
    if (!account) throw problems.notFound();
    return account;
  }

  /**
   * Makes the account and its code. Throws not-allowed for what the inviter may not give, too-many-schools, or conflict
   * with the rule that forbids it.
   */
  async invite(tx: Tx, actor: Actor, invitation: Invitation): Promise<Handed> {
    const { mailbox, from, to, samePersonAs, ...account } = invitation;
    mustBeInvitedBy(actor, account.role);
    const person =
      samePersonAs === undefined ? undefined : await this.accounts.personOf(tx, actor, samePersonAs);
    const made = await inWords(this.accounts.invite(tx, actor, { ...account, ...(person && { person }) }));
    await inWords(this.store.change(tx, actor.tenant, made.id, { mailbox, from, to }));
    return this.hand(tx, actor, made.id, 'activation');
  }

  /** The account that one administrator asked for and another has just approved. */
  async inviteAsApproved(tx: Tx, actor: Actor, { askedBy, ...asked }: Approval): Promise<Handed> {
    const { account: id, role, person, request } = asked;
    const { name = '', office = '', region, mailbox, from, to } = request;
    const { account: _, ...giver } = actor;
    const asker = { ...giver, ...(askedBy && { account: askedBy }) };
    await inWords(this.accounts.invite(tx, asker, { id, name, role, office, region, person }));
    await inWords(this.store.change(tx, actor.tenant, id, { mailbox, from, to }));
    return this.hand(tx, actor, id, 'activation');
  }

  /** A new code; the password and every session end with it. */
  async reset(tx: Tx, actor: Actor, id: string): Promise<Handed> {
    const account = await this.open(tx, actor, id);
    await inWords(this.store.takePassword(tx, actor.tenant, account.id));
    await this.sessions.end(tx, actor.tenant, account.id);
    return this.hand(tx, actor, account.id, 'reset');
  }

  /** Office, mailbox, scope and days; effective with the account's next request. The role never changes. */
  async change(tx: Tx, actor: Actor, id: string, change: AccountChange): Promise<KnownAccount> {
    const account = await this.open(tx, actor, id);
    const { schools } = change;
    note(tx, { object: changeWords(account, change) });
    if (schools && account.role === 'reporter' && schools.length > SCHOOLS_PER_REPORTER)
      throw problems.tooManySchools({ most: SCHOOLS_PER_REPORTER });
    await inWords(this.store.change(tx, actor.tenant, id, change));
    const { mailbox } = change;
    if (mailbox !== undefined && mailbox !== account.mailbox)
      await this.outbox.tellMoved(tx, actor.tenant, account);
    return this.known(tx, actor, id);
  }

  /** At once and for good; its entries keep its id. Throws not-found, or conflict where it was closed already. */
  async close(tx: Tx, actor: Actor, id: string): Promise<KnownAccount> {
    await this.open(tx, actor, id);
    await this.store.close(tx, actor.tenant, id);
    await this.sessions.end(tx, actor.tenant, id);
    return this.known(tx, actor, id);
  }

  /**
   * Lost: the account's second factors go, its sessions end, and it reads back no counts from before, as after a reset.
   * Throws not-found where it had none; of a privileged role the database refuses it without two persons.
   */
  async forgetFactors(tx: Tx, actor: Actor, id: string): Promise<void> {
    await this.open(tx, actor, id);
    if (!(await inWords(this.factors.forgetFactors(tx, { tenant: actor.tenant, id }))))
      throw problems.notFound();
    await inWords(this.store.renew(tx, actor.tenant, id));
    await this.outbox.tell(tx, actor.tenant, id, 'factor');
    await this.sessions.end(tx, actor.tenant, id);
  }

  /** The account, with its entry's words; one that is closed cannot be changed. */
  async open(tx: Tx, actor: Actor, id: string): Promise<KnownAccount> {
    note(tx, { subject: id });
    const account = await this.known(tx, actor, id);
    note(tx, { object: { role: account.role, ...scopeWords(['scope', 'office'], account) } });
    if (actor.account === id) throw problems.ownAccount();
    if (account.state === 'closed')
      throw problems.conflict({
        what: {
          de: 'Dieses Konto ist geschlossen; ein neues wird eingeladen.',
          en: 'This account is closed; a new one is invited.',
        },
      });
    return account;
  }

  async known(tx: Tx, { tenant }: Actor, id: string): Promise<KnownAccount> {
    const account = await this.store.one(tx, tenant, id);
    if (!account) throw problems.notFound();
    return account;
  }

  private async hand(tx: Tx, actor: Actor, id: string, kind: 'activation' | 'reset'): Promise<Handed> {
    const code = newCode();
    const account = await this.known(tx, actor, id);
    await this.tries.forget(tx, account.name);
    const endsAt = await inWords(
      this.store.putCode(tx, actor.tenant, {
        account: id,
        hash: codeDigest(code),
        kind,
        by: actor.account,
        days: CODE_DAYS,
      }),
    );
    // Of a privileged role the code is told to whoever gives it, and goes to no mailbox that whoever asks has chosen.
    if (!isPrivileged(account.role)) await this.outbox.tell(tx, actor.tenant, id, kind, { code, endsAt });
    return { account, code, endsAt };
  }
}

function mustBeInvitedBy({ role: inviter }: Actor, role: Role): void {
  if (inviter === 'coordinator' && role !== 'reporter') throw problems.notAllowed();
  if (isPrivileged(role)) throw conflictOf('two_persons');
}

/** What the database refuses, as a problem with a sentence. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, constraint } = error as { code?: unknown; constraint?: unknown };
    if (code === OUT_OF_SCOPE) throw problems.notAllowed();
    if (constraint === 'another_person') throw problems.samePerson();
    const what = refusalOf(error);
    throw what ? Object.assign(problems.conflict({ what }), { cause: error }) : error;
  }
}
