/** Making accounts, through the gate like everything else. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import type { EntryFacts } from '../access/entry.ts';
import { note } from '../access/note.ts';
import type { ObjectWords } from '../access/object.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { step } from '../foundation/step.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { type Account, FIRST_EPOCH, SCHOOLS_PER_REPORTER, actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { hashPassword } from './password.ts';

export interface NewAccount {
  /** A random one where it is left out. */
  readonly id?: string;
  readonly name: string;
  readonly office: string;
  readonly role: Role;
  readonly region?: RegionKey | undefined;
  readonly schools?: readonly SchoolNumber[] | undefined;
  /** Without one nobody can sign in yet. */
  readonly password?: string;
  /** Where one human has two accounts: the same random id in both. */
  readonly person?: string;
}

@Injectable()
export class Accounts {
  constructor(
    private readonly gate: Gate,
    private readonly store: AccountStore,
  ) {}

  /**
   * Creates all or none of them, with an entry each; the actors that they act as, in the same order. Throws too-many-schools where a
   * reporter is to have more than a policy allows.
   *
   * beside  what else belongs to it, in the same transaction and before; words that it adds to each entry
   */
  async create(
    admin: Actor,
    accounts: readonly NewAccount[],
    beside: (tx: Tx) => Promise<ObjectWords> = () => Promise.resolve({}),
  ): Promise<Actor[]> {
    const made = await Promise.all(accounts.map((account) => this.prepare(admin.tenant, account)));
    const countyOf = await this.gate.pass(
      { actor: admin, act: 'account.create', place: everywhere },
      async (tx) => {
        note(tx, { each: made.map(wordsOf) });
        const words = await beside(tx);
        note(tx, {
          each: made.map((account) => {
            const said = wordsOf(account);
            return { ...said, object: { ...said.object, ...words } };
          }),
        });
        if (made.some(({ role, schools }) => role === 'reporter' && schools.length > SCHOOLS_PER_REPORTER))
          throw problems.tooManySchools({ most: SCHOOLS_PER_REPORTER });
        await this.store.create(tx, made);
        step('account.created');
        return this.store.counties(
          tx,
          admin.tenant,
          made.flatMap((account) => account.schools),
        );
      },
    );
    return made.map((account) => {
      const counties = new Set(account.schools.flatMap((school) => countyOf.get(school) ?? []));
      return actorOf({ ...account, counties: [...counties].sort() });
    });
  }

  /** Makes one account in the transaction of an invitation; nobody can sign in to it yet. Throws as `create` does. */
  async invite(tx: Tx, actor: Actor, account: NewAccount): Promise<Account> {
    const made = await this.prepare(actor.tenant, account);
    note(tx, wordsOf(made));
    if (made.role === 'reporter' && made.schools.length > SCHOOLS_PER_REPORTER)
      throw problems.tooManySchools({ most: SCHOOLS_PER_REPORTER });
    await this.store.create(tx, [made], actor.account);
    return made;
  }

  /** Whether anybody has an account yet. */
  exist(admin: Actor): Promise<boolean> {
    return this.gate.pass({ actor: admin, act: 'account.read', place: everywhere }, (tx) => {
      note(tx, { object: { what: 'any' } });
      return this.store.exists(tx, admin.tenant);
    });
  }

  /** The actors that those of these accounts act as that there are, in the same order. */
  known(admin: Actor, names: readonly string[]): Promise<Actor[]> {
    return this.gate.pass({ actor: admin, act: 'account.read', place: everywhere }, async (tx) => {
      const actors: Actor[] = [];
      for (const name of names) {
        const account = await this.store.find(tx, admin.tenant, name);
        if (account) actors.push(actorOf(account));
      }
      return actors;
    });
  }

  /** The human behind an account, for a second account of theirs; throws not-found. */
  personBehind(admin: Actor, name: string): Promise<string> {
    return this.gate.pass({ actor: admin, act: 'account.read', place: everywhere }, (tx) => {
      note(tx, { object: { what: 'person' } });
      return this.personOf(tx, admin, name);
    });
  }

  /** The human and the role behind each of these accounts, by its id, as far as there are such accounts. */
  async people(
    tx: Tx,
    tenant: string,
    accounts: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<Account, 'person' | 'role'>>> {
    const people = await this.store.people(tx, tenant, accounts);
    return new Map(people.map(({ id, person, role }) => [id, { person, role }]));
  }

  /** The same in the transaction of an invitation. */
  async personOf(tx: Tx, { tenant }: Actor, name: string): Promise<string> {
    const account = await this.store.find(tx, tenant, name);
    if (!account) throw problems.notFound();
    note(tx, { subject: account.id });
    return account.person;
  }

  private async prepare(tenant: string, account: NewAccount): Promise<Account> {
    return {
      tenant,
      id: account.id ?? randomUUID(),
      name: account.name,
      person: account.person ?? randomUUID(),
      office: account.office,
      role: account.role,
      region: account.region ?? null,
      schools: [...new Set(account.schools ?? [])],
      passwordHash: account.password === undefined ? null : await hashPassword(account.password),
      epoch: FIRST_EPOCH,
    };
  }
}

/** Who gets what: for the entry of a new account. Its name is no part of it, nor is its password. */
export const wordsOf = ({
  id,
  role,
  office,
  person,
  region,
  schools,
  tenant,
}: Account): Pick<EntryFacts, 'subject' | 'object'> => ({
  subject: id,
  object: { role, scope: region ?? (schools.join('+') || tenant), office, person },
});
