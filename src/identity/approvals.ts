/** What takes two persons: one administrator asks, a second gives it, and then it is done, in the transaction that gives it. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { AccountLife, type Handed, inWords, type Invitation } from './account-life.ts';
import type { AccountChange, KnownAccount } from './account-life.store.ts';
import { changeWords } from './account-words.ts';
import { conflictOf } from './account-refusals.ts';
import { Accounts } from './accounts.ts';
import {
  type Approval,
  ApprovalStore,
  type ApprovedAct,
  type NewApproval,
  type Wish,
} from './approval.store.ts';
import { isPrivileged, isScopeOf } from './privileged.ts';

/** What came of giving: the account as it is now, and the code where it has a new one. */
export interface Given {
  readonly approval: Approval;
  readonly account: KnownAccount;
  readonly handed?: Handed;
}

/** What was done, or what another person has to say first. */
export type Done<T> = { readonly done: T } | { readonly asked: Approval };

@Injectable()
export class Approvals {
  constructor(
    private readonly life: AccountLife,
    private readonly accounts: Accounts,
    private readonly store: ApprovalStore,
  ) {}

  list(tx: Tx, { tenant }: Actor): Promise<Approval[]> {
    note(tx, { object: { what: 'approvals' } });
    return this.store.list(tx, tenant);
  }

  /** Invites, or asks to. Throws as AccountLife does, and conflict where another asks for the same name. */
  async invite(tx: Tx, actor: Actor, invitation: Invitation): Promise<Done<Handed>> {
    if (!isPrivileged(invitation.role) || actor.role !== 'admin')
      return { done: await this.life.invite(tx, actor, invitation) };
    const { name, role, office, region, schools = [], mailbox, from, to, samePersonAs } = invitation;
    const known =
      samePersonAs === undefined ? undefined : await this.accounts.personOf(tx, actor, samePersonAs);
    const [id, person] = [randomUUID(), known ?? randomUUID()];
    note(tx, { subject: id, object: { role, scope: region ?? actor.tenant, office, person } });
    if (!isScopeOf(role, region) || schools.length > 0) throw conflictOf('scope_fits_role');
    if (from !== undefined && to !== undefined && to < from) throw conflictOf('cover_in_order');
    if (await this.store.isTaken(tx, actor.tenant, name)) throw conflictOf('account_tenant_name_key');
    const request = definedOf({ name, office, region, mailbox: mailbox ?? undefined, from, to });
    return this.ask(tx, actor, { what: 'invite', account: id, role, person, request });
  }

  /** Resets, or asks to. */
  async reset(tx: Tx, actor: Actor, id: string): Promise<Done<Handed>> {
    const account = await this.life.open(tx, actor, id);
    if (!isPrivileged(account.role)) return { done: await this.life.reset(tx, actor, id) };
    return this.ask(tx, actor, { what: 'reset', account: id, role: account.role, person: id, request: {} });
  }

  /** Changes, or asks to. */
  async change(tx: Tx, actor: Actor, id: string, change: AccountChange): Promise<Done<KnownAccount>> {
    const account = await this.life.open(tx, actor, id);
    if (!isPrivileged(account.role)) return { done: await this.life.change(tx, actor, id, change) };
    const { schools = [], mailbox, ...rest } = change;
    const request: Wish = definedOf({ ...rest, mailbox: mailbox ?? undefined });
    note(tx, { object: changeWords(account, request) });
    if ((request.region && !isScopeOf(account.role, request.region)) || schools.length > 0)
      throw conflictOf('scope_fits_role');
    const [from, to] = [request.from ?? account.validFrom, request.to ?? account.validTo];
    if (from && to && to < from) throw conflictOf('cover_in_order');
    return this.ask(tx, actor, { what: 'change', account: id, role: account.role, person: id, request });
  }

  /** Takes lost second factors away, or asks to. Throws not-found where the account has none. */
  async forgetFactors(tx: Tx, actor: Actor, id: string): Promise<Done<KnownAccount>> {
    const account = await this.life.open(tx, actor, id);
    if (isPrivileged(account.role))
      return this.ask(tx, actor, {
        what: 'factor',
        account: id,
        role: account.role,
        person: id,
        request: {},
      });
    await this.life.forgetFactors(tx, actor, id);
    return { done: await this.life.known(tx, actor, id) };
  }

  /**
   * Does what was asked for. Throws not-found; same-person where whoever asked, or whose account it is, is the same human;
   * conflict where it was answered, is over, or who asked administers no more; or what the act itself refuses.
   */
  async give(tx: Tx, actor: Actor, id: string, onHost?: string): Promise<Given> {
    const asked = await this.waiting(tx, actor, id);
    const isSame = actor.person !== undefined && [asked.askedPerson, asked.person].includes(actor.person);
    if (isSame || (actor.account !== undefined && actor.account === asked.account))
      throw problems.samePerson();
    await this.answer(tx, actor, id, 'given', onHost);
    const handed = await this.carryOut(tx, actor, asked);
    await this.store.forget(tx, actor.tenant, id);
    const account = handed?.account ?? (await this.life.known(tx, actor, asked.account));
    return { approval: await this.known(tx, actor, id), account, ...(handed && { handed }) };
  }

  /** Nothing is done, and what was asked for is forgotten. Throws not-found or conflict. */
  async refuse(tx: Tx, actor: Actor, id: string): Promise<Approval> {
    await this.waiting(tx, actor, id);
    await this.answer(tx, actor, id, 'refused');
    return this.known(tx, actor, id);
  }

  /** The same by who asked. Throws not-allowed for anybody else. */
  async withdraw(tx: Tx, actor: Actor, id: string): Promise<Approval> {
    const { askedBy } = await this.waiting(tx, actor, id);
    if (askedBy !== actor.account) throw problems.notAllowed();
    await this.answer(tx, actor, id, 'withdrawn');
    return this.known(tx, actor, id);
  }

  /** Puts the wish; the entry of the act that wished it names it. */
  async ask(tx: Tx, actor: Actor, wish: Omit<NewApproval, 'id'>): Promise<{ asked: Approval }> {
    const id = randomUUID();
    note(tx, { object: { approval: id } });
    await inWords(this.store.ask(tx, actor.tenant, { ...wish, id }));
    return { asked: await this.known(tx, actor, id) };
  }

  private carryOut(tx: Tx, actor: Actor, asked: Approval): Promise<Handed | undefined> {
    const { account: id, request } = asked;
    const acts: Record<ApprovedAct, () => Promise<Handed | undefined>> = {
      invite: () => this.life.inviteAsApproved(tx, actor, asked),
      reset: () => this.life.reset(tx, actor, id),
      change: async () => {
        await this.life.change(tx, actor, id, request);
        return undefined;
      },
      factor: async () => {
        await this.life.forgetFactors(tx, actor, id);
        return undefined;
      },
    };
    return acts[asked.what]();
  }

  private async answer(
    tx: Tx,
    { tenant }: Actor,
    id: string,
    state: 'given' | 'refused' | 'withdrawn',
    onHost?: string,
  ): Promise<void> {
    if (!(await inWords(this.store.answer(tx, tenant, id, state, onHost))))
      throw conflictOf('approval_answered');
  }

  /** The entry names account and wish before anything can be refused. */
  private async waiting(tx: Tx, actor: Actor, id: string): Promise<Approval> {
    note(tx, { object: { approval: id } });
    const approval = await this.known(tx, actor, id);
    const { account, what, role, request } = approval;
    note(tx, { subject: account, object: { what, role, ...wishWords(request) } });
    if (approval.state === 'expired') throw conflictOf('approval_over');
    if (approval.state !== 'asked') throw conflictOf('approval_answered');
    return approval;
  }

  private async known(tx: Tx, { tenant }: Actor, id: string): Promise<Approval> {
    const approval = await this.store.one(tx, tenant, id);
    if (!approval) throw problems.notFound();
    return approval;
  }
}

/** Never a name or a mailbox. */
const wishWords = ({ office, region, from, to }: Wish): Record<string, string | undefined> => ({
  office,
  scope: region,
  from,
  to,
});

/** Without what is undefined, as the database compares what is there. */
const definedOf = (wish: Wish): Wish =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
