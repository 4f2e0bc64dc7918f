/** The gate: may you? sign the book, here is the key. Nothing is read or stored past it. */
import { Injectable } from '@nestjs/common';
import {
  isPassing,
  NoConnection,
  NotCommitted,
  ProvisoFailed,
  UnknownOutcome,
} from '../foundation/database/failure.ts';
import type { Proviso, Scope, Tx } from '../foundation/database/tx.ts';
import { Database } from '../foundation/database/within.ts';
import { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { AccessLog } from './access-log.ts';
import type { Actor } from './actor.ts';
import { type Decision, type EntryFacts, newEntryId, type OneOfMany, type Purpose } from './entry.ts';
import { entryIdOf, factsOf, keptRefusalOf, note } from './note.ts';
import { everywhere, type Place } from './place.ts';
import { mustHaveProved } from './proof.ts';
import { type ActName, may, rightOf } from './rights.ts';

/** One wish to pass: who, what, where, what for. */
export interface Access {
  readonly actor: Actor;
  readonly act: ActName;
  /** Thrown problems count as refusals of an unknown place. */
  readonly place: () => Place;
  readonly purpose?: Purpose | undefined;
  /** What is known of the entry before the handler runs. */
  readonly facts?: EntryFacts;
}

@Injectable()
export class Gate {
  constructor(
    private readonly database: Database,
    private readonly log: AccessLog,
  ) {}

  /**
   * Checks the right, runs work in one transaction, and commits its log entry with it. An account that was changed or
   * closed since its token was issued is refused by the trip that begins the transaction.
   *
   * returns  what work returned, only after the entry is committed
   * throws   a Problem that was recorded as refused; any other error, recorded as failed;
   *          unavailable where nothing could be recorded; UnknownOutcome where COMMIT was lost
   */
  async pass<T>(access: Access, work: (tx: Tx) => Promise<T>): Promise<T> {
    let place = everywhere();
    let facts: EntryFacts = access.facts ?? {};
    let kept: Problem | undefined;
    try {
      place = access.place();
      if (!may(access.actor, access.act, place)) {
        // Else whoever has no right could write a text of theirs into the log, as a filter.
        facts = withoutObject(facts);
        throw problems.notAllowed();
      }
      mustHaveProved(access.actor, access.act);
      if (rightOf(access.act).purpose && !access.purpose) throw problems.purposeMissing();
      const proviso = standingOf(access.actor);
      const scope = { ...scopeFor(access), ...(proviso && { proviso }) };
      const result = await this.database.within(scope, async (tx) => {
        note(tx, facts);
        try {
          const made = await work(tx);
          kept = keptRefusalOf(tx);
          this.append(
            tx,
            access,
            place,
            factsOf(tx),
            kept ? 'refused' : 'allowed',
            kept ? rulesOf(kept) : [],
          );
          return made;
        } finally {
          facts = factsOf(tx);
        }
      });
      if (!kept) return result;
    } catch (error) {
      // A lost COMMIT may have stored the entry: a second one would tell a lie.
      if (error instanceof UnknownOutcome) throw error;
      if (error instanceof NoConnection || error instanceof NotCommitted) throw unavailable(error);
      const why = error instanceof ProvisoFailed ? problems.notSignedIn() : error;
      await this.recordEnd(access, place, facts, why);
      throw why;
    }
    throw kept;
  }

  /**
   * After the rollback, in a transaction of its own. No entry, no answer: then it is 503. Where its COMMIT is lost
   * the entry may stand there, and "could not be recorded" would be a lie: UnknownOutcome.
   */
  private async recordEnd(access: Access, place: Place, facts: EntryFacts, error: unknown): Promise<void> {
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
    facts: EntryFacts,
    decision: Decision,
    rules: readonly string[],
  ): void {
    const { each = [], ...common } = facts;
    const [first = {}, ...others] = each;
    const append = ({ id, place: ownPlace, refusedBy, ...own }: OneOfMany, ownId: string): void =>
      this.log.append(tx, {
        ...common,
        ...own,
        id: id ?? ownId,
        tenant: access.actor.tenant,
        actor: access.actor,
        action: access.act,
        place: ownPlace ?? place,
        purpose: access.purpose,
        decision: refusedBy && decision === 'allowed' ? 'refused' : decision,
        rules: refusedBy ?? rules,
      });
    append(first, entryIdOf(tx));
    for (const own of others) append(own, newEntryId());
  }
}

const withoutObject = ({ object: _, ...facts }: EntryFacts): EntryFacts => facts;

/** The answer tells nobody why; our own log does. */
const unavailable = (cause: unknown): Problem => Object.assign(problems.unavailable(), { cause });

/** Codes only: the rules that refused, or the name of the problem. */
export const rulesOf = (problem: Problem): string[] => {
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
    'kanon.account': actor.account ?? '',
  },
});

/** A token of an issuer belongs to no session of ours; what was no session has not ended. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000';

/** That the account is still as the token says; of the system and of the command line nothing is asked. */
const standingOf = ({ tenant, account, epoch, session = NO_SESSION }: Actor): Proviso | undefined =>
  account === undefined || epoch === undefined
    ? undefined
    : { function: 'account_stands', values: [tenant, account, epoch, session] };
