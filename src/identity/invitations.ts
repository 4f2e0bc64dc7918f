/** Many accounts at once, out of a list: all of them or none, with a one-time code for each. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../access/actor.ts';
import { note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { FIRST_EPOCH } from './account.ts';
import { CODE_DAYS } from './account-life.ts';
import { isPrivileged } from './privileged.ts';
import { AccountStore } from './account.store.ts';
import { wordsOf } from './accounts.ts';
import { type InvitationFault, invitationFindings, type InvitationRule } from './invitation-faults.ts';
import type { InvitationList, Invited } from './invitation-list.ts';
import { InvitationsStore, type NewInvited } from './invitations.store.ts';
import type { Letter, LetterHead } from './letter-words.ts';
import { codeDigest, newCode } from './one-time-code.ts';
import { Outbox } from './outbox.ts';

/** One account that was made, with the code that is told once. */
export interface HandedOut {
  readonly line: number;
  readonly account: NewInvited;
  readonly code: string;
  readonly endsAt: Date;
  readonly address: readonly string[];
}

@Injectable()
export class Invitations {
  constructor(
    private readonly store: InvitationsStore,
    private readonly accounts: AccountStore,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Makes all accounts of the list, each with an entry that names it. Throws invitations-refused with every fault of
   * every line, and then none is made.
   *
   * dryRun   everything is checked by the database itself, and taken back
   * returns  the accounts with their codes, in the order of the list; none of a dry run
   */
  async invite(
    tx: Tx,
    actor: Actor,
    { invited, faults }: InvitationList,
    dryRun: boolean,
  ): Promise<readonly HandedOut[]> {
    note(tx, { dryRun, object: { what: 'list', rows: invited.length } });
    const persons = await this.store.persons(
      tx,
      actor.tenant,
      invited.flatMap(({ samePersonAs }) => samePersonAs ?? []),
    );
    refuseIf([
      ...faults,
      ...roleFaults(actor, invited),
      ...(await this.unknown(tx, actor, invited, persons)),
    ]);
    const made = invited.map((one) => accountOf(actor.tenant, one, persons));
    await this.store.mark(tx);
    refuseIf(await this.make(tx, actor, invited, made));
    await this.store.putSchools(tx, actor.tenant, made);
    if (dryRun) {
      await this.store.takeBack(tx);
      return [];
    }
    note(tx, { each: made.map(wordsOf) });
    const codes = made.map(() => newCode());
    const endsAt = await this.store.putCodes(
      tx,
      actor.tenant,
      actor.account,
      made.map(({ id }, at) => ({ account: id, hash: codeDigest(codes[at]!) })),
      CODE_DAYS,
    );
    await this.outbox.post(
      tx,
      actor.tenant,
      made.flatMap(({ id, name, mailbox }, at) =>
        mailbox
          ? [{ account: id, to: mailbox, name, kind: 'activation' as const, code: codes[at]!, endsAt }]
          : [],
      ),
    );
    return made.map((account, at) => {
      const { line, address } = invited[at]!;
      return { line, account, code: codes[at]!, endsAt, address };
    });
  }

  /** What the letters of these accounts say. */
  letters(actor: Actor, handed: readonly HandedOut[]): { letters: readonly Letter[]; head: LetterHead } {
    return {
      letters: handed.map(({ account: { name, office, role }, code, endsAt, address }) => ({
        address,
        name,
        office,
        role,
        code,
        endsAt,
      })),
      head: { sender: actor.office ?? 'Kanon', portal: this.settings.publicUrl, at: new Date() },
    };
  }

  /** Regions, schools and persons of the list that are not there, or not the inviter's. */
  private async unknown(
    tx: Tx,
    { tenant, role, region: own }: Actor,
    invited: readonly Invited[],
    persons: ReadonlyMap<string, string>,
  ): Promise<InvitationFault[]> {
    const regions = await this.store.regions(
      tx,
      tenant,
      invited.flatMap(({ region }) => region ?? []),
    );
    const counties = await this.accounts.counties(
      tx,
      tenant,
      invited.flatMap(({ schools }) => schools),
    );
    const isKnown = (school: Invited['schools'][number]): boolean =>
      counties.has(school) && (role !== 'coordinator' || counties.get(school) === own);
    return faultsOf(invited, ({ region, schools, samePersonAs }) => [
      ...(region && !regions.has(region) ? [['region-unknown', 'region'] as const] : []),
      ...(schools.every(isKnown) ? [] : [['school-unknown', 'schools'] as const]),
      ...(samePersonAs && !persons.has(samePersonAs) ? [['person-unknown', 'same_person_as'] as const] : []),
    ]);
  }

  /**
   * Makes the accounts; those of humans who have others come one by one, as the database refuses such a one with its
   * whole statement.
   *
   * returns  why the database did not make some of them; a name that one may not see is taken too
   */
  private async make(
    tx: Tx,
    { tenant, account: by }: Actor,
    invited: readonly Invited[],
    made: readonly NewInvited[],
  ): Promise<InvitationFault[]> {
    const isBeside = (at: number): boolean => invited[at]!.samePersonAs !== undefined;
    const ofOneHuman = new Set<Invited>();
    for (const [at, one] of invited.entries())
      if (isBeside(at) && !(await this.store.createBeside(tx, tenant, by, made[at]!))) ofOneHuman.add(one);
    await this.store.create(
      tx,
      tenant,
      by,
      made.filter((_, at) => !isBeside(at)),
    );
    const stored = await this.store.stored(
      tx,
      tenant,
      made.map(({ id }) => id),
    );
    const missing = invited.filter((_, at) => !stored.has(made[at]!.id));
    return faultsOf(missing, (one) => [
      ofOneHuman.has(one) ? ['person-one-side', 'same_person_as'] : ['name-taken', 'name'],
    ]);
  }
}

type Told = readonly [rule: InvitationRule, column: string];

const faultsOf = (
  invited: readonly Invited[],
  rulesOf: (one: Invited) => readonly Told[],
): InvitationFault[] =>
  invited.flatMap((one) => rulesOf(one).map(([rule, column]) => ({ rule, line: one.line, column })));

/** Whom a list may invite at all: a second person has to approve of the others, one by one. */
const roleFaults = ({ role: inviter }: Actor, invited: readonly Invited[]): InvitationFault[] =>
  faultsOf(invited, ({ role }) => {
    if (isPrivileged(role)) return [['role-of-two-persons', 'role']];
    return inviter === 'coordinator' && !MAY_BE_INVITED_BY_COORDINATION.has(role)
      ? [['role-not-yours', 'role']]
      : [];
  });

const MAY_BE_INVITED_BY_COORDINATION: ReadonlySet<Role> = new Set(['reporter']);

function refuseIf(faults: readonly InvitationFault[]): void {
  if (faults.length > 0) throw problems.invitationsRefused(invitationFindings(faults));
}

const accountOf = (
  tenant: string,
  { name, role, office, region, schools, mailbox, from, to, samePersonAs = '' }: Invited,
  persons: ReadonlyMap<string, string>,
): NewInvited => ({
  tenant,
  id: randomUUID(),
  name,
  person: persons.get(samePersonAs) ?? randomUUID(),
  office,
  role,
  region: region ?? null,
  schools,
  passwordHash: null,
  epoch: FIRST_EPOCH,
  mailbox,
  from,
  to,
});
