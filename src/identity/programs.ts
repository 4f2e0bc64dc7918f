/** Programs of processors: an account without a password, a last day, somebody who answers for it, and at most two keys. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { InBoth } from '../foundation/language.ts';
import { Told } from '../foundation/told.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { FIRST_EPOCH } from './account.ts';
import { AccountLifeStore } from './account-life.store.ts';
import { AccountStore } from './account.store.ts';
import type { ProgramJwk } from './program.store.ts';
import { type ListedProgram, ProgramStore } from './program.store.ts';

export interface NewProgram {
  readonly name: string;
  readonly office: string;
  /** Name of the account of whoever answers for it. */
  readonly owner: string;
  readonly schools: readonly SchoolNumber[];
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string;
  readonly key: { readonly kid: string; readonly jwk: ProgramJwk };
}

@Injectable()
export class Programs {
  constructor(
    private readonly gate: Gate,
    private readonly accounts: AccountStore,
    private readonly lives: AccountLifeStore,
    private readonly store: ProgramStore,
  ) {}

  /** Throws Told where nobody of that name answers for it. */
  add(admin: Actor, { name, office, owner, schools, until, key }: NewProgram): Promise<void> {
    return this.change(admin, async (tx) => {
      const { tenant } = admin;
      const [id, person] = [randomUUID(), randomUUID()];
      note(tx, {
        subject: id,
        object: { change: 'added', scope: schools.join('+'), office, until, key: key.kid },
      });
      const answers = await this.accounts.find(tx, tenant, owner);
      if (!answers) throw new Told(NO_OWNER);
      note(tx, { object: { owner: answers.id } });
      const facts = { tenant, id, name, person, office, role: 'provider' as const, region: null };
      await this.accounts.create(tx, [{ ...facts, schools, passwordHash: null, epoch: FIRST_EPOCH }]);
      await this.store.put(tx, tenant, id, answers.id, until);
      await this.store.addKey(tx, tenant, id, key.kid, key.jwk);
    });
  }

  /** Throws Told where there is no such program, or it has two keys. */
  addKey(admin: Actor, name: string, { kid, jwk }: NewProgram['key']): Promise<void> {
    return this.changeOf(admin, name, 'key-added', kid, async (tx, account) => {
      if (!(await this.store.addKey(tx, admin.tenant, account, kid, jwk))) throw new Told(TWO_KEYS);
    });
  }

  /** What it signed opens nothing from now on, and tokens that it got by it neither. */
  removeKey(admin: Actor, name: string, kid: string): Promise<void> {
    return this.changeOf(admin, name, 'key-removed', kid, async (tx, account) => {
      if (!(await this.store.removeKey(tx, admin.tenant, account, kid))) throw new Told(NO_KEY);
    });
  }

  close(admin: Actor, name: string): Promise<void> {
    return this.changeOf(admin, name, 'closed', undefined, async (tx, account) => {
      if (!(await this.lives.close(tx, admin.tenant, account))) throw new Told(CLOSED);
    });
  }

  list(admin: Actor): Promise<ListedProgram[]> {
    return this.gate.pass({ actor: admin, act: 'program.list', place: everywhere }, (tx) => {
      note(tx, { object: { what: 'programs' } });
      return this.store.list(tx, admin.tenant);
    });
  }

  private change(admin: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.gate.pass({ actor: admin, act: 'program.change', place: everywhere }, work);
  }

  private changeOf(
    admin: Actor,
    name: string,
    change: string,
    key: string | undefined,
    work: (tx: Tx, account: string) => Promise<void>,
  ): Promise<void> {
    return this.change(admin, async (tx) => {
      note(tx, { object: { change, key } });
      const account = await this.store.byName(tx, admin.tenant, name);
      if (account === undefined) throw new Told(NO_PROGRAM);
      note(tx, { subject: account });
      await work(tx, account);
    });
  }
}

const NO_OWNER: InBoth = {
  de: 'Ein offenes Konto mit diesem Namen, das für das Programm einsteht, gibt es nicht.',
  en: 'There is no open account of that name that could answer for the program.',
};
const NO_PROGRAM: InBoth = {
  de: 'Ein solches Programm gibt es nicht; kanon program list zeigt alle.',
  en: 'There is no such program; kanon program list shows all.',
};
const TWO_KEYS: InBoth = {
  de: 'Das Programm hat diesen Schlüssel schon, oder zwei; bitte erst einen wegnehmen.',
  en: 'The program has this key already, or two; take one away first.',
};
const NO_KEY: InBoth = {
  de: 'Diesen Schlüssel hat das Programm nicht; kanon program list zeigt sie.',
  en: 'The program has no such key; kanon program list shows them.',
};
const CLOSED: InBoth = {
  de: 'Dieses Programm ist schon geschlossen.',
  en: 'This program is closed already.',
};
