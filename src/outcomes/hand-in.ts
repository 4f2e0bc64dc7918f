/** The story of what an office hands in: its bodies, the rules, the revision that it replaces, one statement, done. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { entryIdOf, note } from '../access/note.ts';
import { type AskedBack, Confirmations } from '../collection/confirmation.ts';
import { receiptOf } from '../collection/receipt.ts';
import type { Replaces } from '../collection/replaces.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { Signer } from '../identity/signer.ts';
import { Periods } from '../reference/periods.ts';
import { Reference } from '../reference/reference.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import { ruleVersionsUnder } from '../rules/catalogue.ts';
import { checkOutcomes, type OutcomeContext, outcomeWindow, windowFinding } from '../rules/check-outcomes.ts';
import { finding, type Finding, questionsIn, refusalsIn } from '../rules/finding.ts';
import { canonicalOutcomes, type Outcomes } from '../rules/outcome.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Policy } from '../rules/policy.ts';
import type { RegionKey } from '../rules/region.ts';
import type { OutcomeScheme } from '../rules/scheme.ts';
import { outcomeSchemeFor } from '../rules/schemes/outcome-registry.ts';
import { type OutcomeRevision, OutcomeStore, type StoredOutcome } from './outcome.store.ts';

export interface OutcomeAt {
  readonly county: RegionKey;
  readonly period: PeriodKey;
}

/** A place, and how the outcomes are meant to go there. */
interface HandingIn extends OutcomeAt {
  readonly dryRun: boolean;
  readonly replaces: Replaces;
  /** Token of the answer that asked about these outcomes. */
  readonly confirm: string | undefined;
}

export interface HandedIn {
  /** Canonical: bodies, benefits and cells in scheme order. */
  readonly outcomes: Outcomes;
  readonly rules: Readonly<Record<string, number>>;
  readonly questions: readonly Finding[];
  readonly confirm: string | undefined;
  /** Absent after a dry run. */
  readonly put:
    (OutcomeRevision & { readonly outcome: 'stored' | 'unchanged'; readonly isFirst: boolean }) | undefined;
  readonly receipt: string | undefined;
}

/** What is known of an office's place. */
interface Known {
  readonly scheme: OutcomeScheme;
  readonly policy: Policy;
  readonly context: OutcomeContext;
  readonly bodies: readonly string[];
}

@Injectable()
export class HandIn {
  constructor(
    private readonly reference: Reference,
    private readonly periods: Periods,
    private readonly store: OutcomeStore,
    private readonly confirmations: Confirmations,
    private readonly signer: Signer,
  ) {}

  /**
   * An office hands in for all its bodies. A dry run stores nothing, and is refused where storing would be.
   *
   * throws  report-refused with all refusals; revision-needed, revision-changed; confirmation-needed with what has
   *         to be confirmed, confirmation-refused; not-found, also for an office that has no bodies here
   */
  async outcomes(tx: Tx, actor: Actor, at: HandingIn, body: Outcomes): Promise<HandedIn> {
    note(tx, { dryRun: at.dryRun });
    const keys = { tenant: actor.tenant, county: at.county, period: at.period };
    await this.store.hold(tx, keys);
    const { scheme, policy, context } = await this.known(tx, actor, at);
    note(tx, { policy: policy.number });

    const refusals = refusalsIn(checkOutcomes(body, context));
    if (refusals.length > 0) throw problems.reportRefused(refusals);
    const outcomes = canonicalOutcomes(body, scheme);
    const account = actor.account ?? '';
    const standing = await this.store.standing(tx, keys, account);
    const rules = ruleVersionsUnder(policy);
    const last = await this.store.lastGrants(tx, keys);
    // What stands already, sent a second time perhaps with its confirmation, was confirmed when it came.
    const isSame = saysTheSame(outcomes, standing);
    const left = isSame
      ? NOTHING
      : this.left({ keys, account, body, outcomes, context, last, token: at.confirm });
    if (!isSame) mayReplace([...standing.values()], at.replaces, account);
    if (at.dryRun) return { outcomes, rules, ...left, put: undefined, receipt: undefined };
    if (left.confirm !== undefined) throw problems.confirmationNeeded(left.questions, left.confirm);

    const put = isSame
      ? { ...newestOf(standing), outcome: 'unchanged' as const, isFirst: false }
      : await this.replace(tx, keys, outcomes, { policy, account, standing });
    const { county, period } = at;
    const { receipt, commitment } = receiptOf(
      this.signer,
      { unit: { county }, period, report: outcomes, rules, put },
      entryIdOf(tx),
    );
    note(tx, { commitment });
    return { outcomes, rules, ...left, put, receipt };
  }

  /** What stands of the own bodies, whether something does or not; throws not-found where there are no own bodies. */
  async own(
    tx: Tx,
    actor: Actor,
    at: OutcomeAt,
  ): Promise<Pick<Known, 'scheme' | 'policy' | 'bodies'> & { standing: ReadonlyMap<string, StoredOutcome> }> {
    const { scheme, policy, bodies } = await this.known(tx, actor, at);
    const standing = await this.store.standing(tx, { tenant: actor.tenant, ...at }, actor.account ?? '');
    return { scheme, policy, bodies, standing };
  }

  private async replace(
    tx: Tx,
    keys: OutcomeAt & { readonly tenant: string },
    outcomes: Outcomes,
    {
      policy,
      account,
      standing,
    }: Pick<Known, 'policy'> & { account: string; standing: ReadonlyMap<string, StoredOutcome> },
  ) {
    const number = 1 + Math.max(0, ...[...standing.values()].map(({ revisionNumber }) => revisionNumber));
    const revision = randomUUID();
    const reportedAt = await this.store.put(tx, keys, outcomes, { k: policy.k, account, revision, number });
    return {
      revision,
      revisionNumber: number,
      reportedAt,
      outcome: 'stored' as const,
      isFirst: number === 1,
    };
  }

  private async known(tx: Tx, { tenant }: Actor, { county, period }: OutcomeAt): Promise<Known> {
    const { policy } = await this.reference.period(tx, tenant, period);
    const progress = await this.periods.progress(tx, tenant, period);
    const own = await this.store.ownBodies(tx, tenant, county);
    const scheme = outcomeSchemeFor(period);
    if (!scheme) throw problems.reportRefused([windowFinding('scheme-not-in-force')]);
    const bodies = scheme.bodies.map(({ code }) => code).filter((code) => own.includes(code));
    if (bodies.length === 0) throw problems.notFound();
    const window = outcomeWindow(progress, progress.today, scheme);
    return { scheme, policy, bodies, context: { scheme, policy, window, bodies } };
  }

  /** What is left to confirm: asked, perhaps answered, and never stored. Throws confirmation-refused. */
  private left({
    keys,
    account,
    body,
    outcomes,
    context,
    last,
    token,
  }: {
    readonly keys: OutcomeAt & { readonly tenant: string };
    readonly account: string;
    readonly body: Outcomes;
    readonly outcomes: Outcomes;
    readonly context: OutcomeContext;
    readonly last: Readonly<Record<string, number>>;
    readonly token: string | undefined;
  }): Pick<HandedIn, 'questions' | 'confirm'> {
    const questions = questionsIn(checkOutcomes(body, { ...context, last }));
    const asked: AskedBack = {
      ...keys,
      account,
      report: outcomes,
      questions: questionsIn(checkOutcomes(outcomes, { ...context, last })),
    };
    if (token !== undefined && this.confirmations.holds(token, asked)) return NOTHING;
    const confirm = questions.length > 0 ? this.confirmations.give(asked) : undefined;
    if (token === undefined) return { questions, confirm };
    throw problems.confirmationRefused(confirm === undefined ? [UNASKED] : questions, confirm);
  }
}

const NOTHING = { questions: [], confirm: undefined };

const UNASKED = finding('plausible', '', {
  cause: 'unasked',
  reason: {
    de: 'Zu dieser Meldung ist nichts zu bestätigen. Bitte ohne Bestätigung senden.',
    en: 'Nothing about this report has to be confirmed. Please send it without a confirmation.',
  },
});

/** Whether all of it stands there already, sent by the account that asks: only that account is told so. */
const saysTheSame = ({ bodies }: Outcomes, standing: ReadonlyMap<string, StoredOutcome>): boolean =>
  bodies.every((one) => {
    const stored = standing.get(one.body);
    return stored?.isReadable === true && canonicalJson(stored.outcome) === canonicalJson(one);
  });

const newestOf = (standing: ReadonlyMap<string, StoredOutcome>): OutcomeRevision =>
  [...standing.values()].reduce((one, other) => (other.revisionNumber > one.revisionNumber ? other : one));

/** Throws revision-needed where another account's stands and none is named, revision-changed where another one stands. */
function mayReplace(standing: readonly StoredOutcome[], replaces: Replaces, account: string): void {
  const isOwn = standing.every(({ reporter }) => reporter === account);
  if (replaces === undefined) {
    if (!isOwn) throw problems.revisionNeeded();
    return;
  }
  const mayBe =
    replaces === 'nothing'
      ? standing.length === 0
      : standing.length > 0 &&
        (replaces === 'own' ? isOwn : standing.every(({ revision }) => replaces.includes(revision)));
  if (mayBe) return;
  throw replaces === 'own' && standing.length > 0 ? problems.revisionNeeded() : problems.revisionChanged();
}

/** The ETag of what stands: its revisions, each once, in the order of the bodies; undefined where nothing does. */
export function tagOf(
  standing: ReadonlyMap<string, StoredOutcome>,
  bodies: readonly string[],
): string | undefined {
  const revisions = bodies.flatMap((body) => standing.get(body)?.revision ?? []);
  return revisions.length > 0 ? [...new Set(revisions)].join(REVISIONS) : undefined;
}

/** Stands between the revisions of a tag. */
const REVISIONS = '.';

export const revisionsIn = (tag: string): string[] => tag.split(REVISIONS);
