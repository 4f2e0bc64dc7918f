/** The gate: may you? sign the book, here is the key. Nothing is read or stored past it. */
import { Injectable } from '@nestjs/common';
import { isPassing, NoConnection, NotCommitted, UnknownOutcome } from '../foundation/database/failure.ts';
import type { Scope, Tx } from '../foundation/database/tx.ts';
import { Database } from '../foundation/database/within.ts';
import { Problem, problems } from '../foundation/problem.ts';
import { AccessLog } from './access-log.ts';
import type { Actor } from './actor.ts';
import { type Decision, type Facts, newEntryId, type Purpose } from './entry.ts';
import { entryIdOf, factsOf, note } from './note.ts';
import { everywhere, type Place } from './place.ts';
import { type Act, may, rightOf } from './rights.ts';

/** One wish to pass: who, what, where, what for. */
export interface Access {
  readonly actor: Actor;
  readonly act: Act;
  /** Thrown problems count as refusals of an unknown place. */
  readonly place: () => Place;
  readonly purpose?: Purpose | undefined;
  /** What is known of the entry before the handler runs. */
  readonly facts?: Facts;
}

@Injectable()
export class Gate {
  constructor(
    private readonly database: Database,
    private readonly log: AccessLog,
  ) {}

  /**
   * Checks the right, runs work in one transaction, and commits its log entry with it.
   *
   * returns  what work returned, only after the entry is committed
   * throws   a Problem that was recorded as refused; any other error, recorded as failed;
   *          unavailable where nothing could be recorded; UnknownOutcome where COMMIT was lost
   */
  async pass<T>(access: Access, work: (tx: Tx) => Promise<T>): Promise<T> {
    let place = everywhere();
    let facts: Facts = access.facts ?? {};
    try {
      place = access.place();
      if (!may(access.actor, access.act, place)) throw problems.notAllowed();
      if (rightOf(access.act).purpose && !access.purpose) throw problems.purposeMissing();
      return await this.database.within(scopeFor(access), async (tx) => {
        note(tx, facts);
        try {
          const result = await work(tx);
          this.append(tx, access, place, factsOf(tx), 'allowed', []);
          return result;
        } finally {
          facts = factsOf(tx);
        }
      });
    } catch (error) {
      // A lost COMMIT may have stored the entry: a second one would tell a lie.
      if (error instanceof UnknownOutcome) throw error;
      if (error instanceof NoConnection || error instanceof NotCommitted) throw unavailable(error);
      await this.recordEnd(access, place, facts, error);
      throw error;
    }
  }

  /**
   * After the rollback, in a transaction of its own. No entry, no answer: then it is 503. Where its COMMIT is lost
   * the entry may stand there, and "could not be recorded" would be a lie: UnknownOutcome.
   */
  private async recordEnd(access: Access, place: Place, facts: Facts, error: unknown): Promise<void> {
    const refusal = error instanceof Problem && error.status < 500 ? error : undefined;
    const rules = refusal ? rulesOf(refusal) : [isPassing(error) ? 'unavailable' : 'internal'];
    try {
      await this.database.within(scopeFor(access), (tx) => {
        this.append(tx, access, place, facts, refusal ? 'refused' : 'failed', rules);
      });
    } catch (cause) {
      throw cause instanceof UnknownOutcome ? cause : unavailable(cause);
    }
  }

  private append(
    tx: Tx,
    access: Access,
    place: Place,
    facts: Facts,
    decision: Decision,
    rules: readonly string[],
  ): void {
    const { each = [], ...common } = facts;
    const [first = {}, ...others] = each;
    const append = (own: Facts, id: string): void =>
      this.log.append(tx, {
        ...common,
        ...own,
        id,
        tenant: access.actor.tenant,
        actor: access.actor,
        action: access.act,
        place,
        purpose: access.purpose,
        decision,
        rules,
      });
    append(first, entryIdOf(tx));
    for (const own of others) append(own, newEntryId());
  }
}

/** The answer tells nobody why; our own log does. */
const unavailable = (cause: unknown): Problem => Object.assign(problems.unavailable(), { cause });

/** Codes only: the rules that refused, or the name of the problem. */
const rulesOf = (problem: Problem): string[] => {
  const rules = (problem.body.findings ?? []).map((finding) => finding.rule);
  return rules.length > 0 ? [...new Set(rules)] : [problem.code];
};

/** What row-level security sees: the actor's own scope, never the place asked for. */
const scopeFor = ({ actor, act }: Access): Scope => ({
  role: rightOf(act).as,
  settings: {
    'kanon.tenant': actor.tenant,
    'kanon.role': actor.role,
    'kanon.region': actor.region ?? '',
    'kanon.schools': actor.schools.join(','),
  },
});
