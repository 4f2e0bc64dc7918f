/** Making accounts, through the gate like everything else. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import type { Facts } from '../access/entry.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import { problems } from '../foundation/problem.ts';
import { step } from '../foundation/step.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { type Account, SCHOOLS_PER_REPORTER, actorOf } from './account.ts';
import { AccountStore } from './account.store.ts';
import { hashPassword } from './password.ts';

export interface NewAccount {
  readonly name: string;
  readonly office: string;
  readonly role: Role;
  readonly region?: RegionKey;
  readonly schools?: readonly SchoolNumber[];
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
   */
  async create(admin: Actor, accounts: readonly NewAccount[]): Promise<Actor[]> {
    const made = await Promise.all(accounts.map((account) => this.prepare(admin.tenant, account)));
    const countyOf = await this.gate.pass(
      { actor: admin, act: 'account.create', place: everywhere },
      async (tx) => {
        note(tx, { each: made.map(wordsOf) });
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
    return this.gate.pass({ actor: admin, act: 'account.read', place: everywhere }, async (tx) => {
      const account = await this.store.find(tx, admin.tenant, name);
      note(tx, { object: { what: 'person' }, ...(account ? { subject: account.id } : {}) });
      if (!account) throw problems.notFound();
      return account.person;
    });
  }

  private async prepare(tenant: string, account: NewAccount): Promise<Account> {
    return {
      tenant,
      id: randomUUID(),
      name: account.name,
      person: account.person ?? randomUUID(),
      office: account.office,
      role: account.role,
      region: account.region ?? null,
      schools: [...new Set(account.schools ?? [])],
      passwordHash: account.password === undefined ? null : await hashPassword(account.password),
    };
  }
}

/** Who gets what: for the entry of a new account. Its name is no part of it, nor is its password. */
const wordsOf = ({
  id,
  role,
  office,
  person,
  region,
  schools,
  tenant,
}: Account): Pick<Facts, 'subject' | 'object'> => ({
  subject: id,
  object: { role, scope: region ?? (schools.join('+') || tenant), office, person },
});
