/** The command line of the host: it makes the first accounts, and stands for the second person while fewer than two administer. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import type { ObjectWords } from '../access/object.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { conflictOf } from './account-refusals.ts';
import { AccountStore } from './account.store.ts';
import type { Approval, ApprovedAct } from './approval.store.ts';
import { Approvals, type Given } from './approvals.ts';
import { type NewAccount, Accounts } from './accounts.ts';
import { NoticeStore } from './notice.store.ts';
import { isPrivileged } from './privileged.ts';

/** Characters of a reason that somebody types. */
const REASON = { least: 10, most: 400 };
/** What an entry says of an act for which the host stood. */
const AS_SECOND = { host: 'second' };

export const isReason = (text: string): boolean =>
  text.length >= REASON.least && text.length <= REASON.most && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

@Injectable()
export class HostSecond {
  constructor(
    private readonly gate: Gate,
    private readonly accounts: Accounts,
    private readonly store: AccountStore,
    private readonly approvals: Approvals,
    private readonly notices: NoticeStore,
  ) {}

  /**
   * Makes an account at the host. The first administrator needs nobody; a privileged account beside one that administers
   * needs a reason, which is told; beside two the database refuses it.
   */
  async make(host: Actor, account: NewAccount & { readonly id: string }, reason?: string): Promise<void> {
    await this.accounts.create(host, [account], async (tx): Promise<ObjectWords> => {
      if (!isPrivileged(account.role)) return {};
      const administrators = await this.store.administrators(tx, host.tenant);
      if (administrators === 0) return account.role === 'admin' ? { host: 'first' } : {};
      if (administrators > 1) throw conflictOf('host_is_second');
      if (reason === undefined) throw problems.conflict({ what: REASON_NEEDED });
      await this.tell(tx, host, { what: 'invite', account: account.id, role: account.role }, reason);
      return AS_SECOND;
    });
  }

  /** Gives what one administrator asked for. Throws as `Approvals.give` does, and conflict while two or more administer. */
  approve(host: Actor, approval: string, reason: string): Promise<Given> {
    return this.gate.pass({ actor: host, act: 'approval.give', place: everywhere }, async (tx) => {
      const given = await this.approvals.give(tx, host, approval, host.operator);
      await this.tell(tx, host, given.approval, reason);
      return given;
    });
  }

  /**
   * A new code for a privileged account whose password is lost, or its second factor taken away. Throws not-found, conflict
   * while two or more administer or for another role.
   */
  recover(host: Actor, name: string, what: 'reset' | 'factor', reason: string): Promise<Given> {
    const act = what === 'reset' ? 'account.reset' : 'account.forget-factors';
    return this.gate.pass({ actor: host, act, place: everywhere }, async (tx) => {
      const account = await this.store.find(tx, host.tenant, name);
      if (!account) throw problems.notFound();
      const { id, role, person } = account;
      note(tx, { subject: id });
      if (!isPrivileged(role)) throw problems.conflict({ what: BY_WHO_INVITES });
      const { asked } = await this.approvals.ask(tx, host, { what, account: id, role, person, request: {} });
      const given = await this.approvals.give(tx, host, asked.id, host.operator);
      await this.tell(tx, host, given.approval, reason);
      return given;
    });
  }

  private async tell(
    tx: Tx,
    { tenant, operator = '' }: Actor,
    { what, account, role }: Pick<Approval, 'account' | 'role'> & { readonly what: ApprovedAct },
    reason: string,
  ): Promise<void> {
    note(tx, { object: AS_SECOND });
    await this.notices.put(tx, tenant, { what, account, role, operator, reason });
  }
}

const REASON_NEEDED = {
  de: 'Es verwaltet schon jemand: Der Rechner steht hier für die zweite Person, dazu gehört ein Grund (--reason "…", 10 bis 400 Zeichen), den Verwaltung, Revision und Datenschutz lesen.',
  en: 'Somebody administers already: the host stands for the second person here, which takes a reason (--reason "…", 10 to 400 characters) that administrators, auditors and protection officers read.',
};
const BY_WHO_INVITES = {
  de: 'Ein Konto dieser Rolle setzt zurück, wer es einladen darf.',
  en: 'An account of this role is reset by whoever may invite it.',
};
