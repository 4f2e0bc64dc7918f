/** The story of a report: scheme and policy of the period, the rules, one statement, done. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { entryIdOf, note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { Problem } from '../foundation/problem-shape.ts';
import { problems } from '../foundation/problem.ts';
import { Signer } from '../identity/signer.ts';
import { Reference } from '../reference/reference.ts';
import { canonical } from '../rules/canonical.ts';
import { ruleVersionsUnder } from '../rules/catalogue.ts';
import { check } from '../rules/check.ts';
import { finding, refusalsIn } from '../rules/finding.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Report } from '../rules/report.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { WINDOW_REASONS, windowOf } from '../rules/window.ts';
import { type Left, Plausibility } from './plausibility.ts';
import { receiptOf } from './receipt.ts';
import type { Replaces } from './replaces.ts';
import {
  type PastRevision,
  type PutOutcome,
  ReportStore,
  type Revision,
  type Wanted,
} from './report.store.ts';

interface ReportPlaceKeys {
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
}

/** A place, and how the report is meant to go there. */
interface HandingIn extends ReportPlaceKeys {
  readonly dryRun: boolean;
  readonly replaces?: Replaces;
  /** Token of the answer that asked about this report. */
  readonly confirm?: string | undefined;
}

/** What is left to confirm is so only after a dry run. */
export interface Collected extends Left {
  /** Canonical: benefits and cells in scheme order. */
  readonly report: Report;
  /** Versions of the rules that were run, by code. */
  readonly rules: Readonly<Record<string, number>>;
  /** Absent after a dry run. */
  readonly put: PutOutcome | undefined;
  /** Compact JWS; absent after a dry run. */
  readonly receipt: string | undefined;
}

/** What the database raises where a freeze was quicker than the report. */
const PERIOD_NOT_OPEN = '55000';
/** What it names where whoever withdrew the period was, and where its first day was moved. */
const PERIOD_GONE = 'period_is_there';
const PERIOD_AHEAD = 'period_has_opened';
/** What it names where a change of participation was quicker. */
const NOT_EXPECTED = 'expected_in_period';

@Injectable()
export class Collect {
  constructor(
    private readonly reference: Reference,
    private readonly reports: ReportStore,
    private readonly plausibility: Plausibility,
    private readonly signer: Signer,
  ) {}

  /**
   * A school hands in. A dry run stores nothing, and is refused where storing would be.
   *
   * throws  report-refused with all refusals; revision-needed, revision-changed; confirmation-needed with what has
   *         to be confirmed, confirmation-refused; not-found
   */
  async report(tx: Tx, actor: Actor, at: HandingIn, body: Report): Promise<Collected> {
    // First of all, so that the entry of an unknown period says it too.
    note(tx, { dryRun: at.dryRun });
    const known = await this.reference.reportContext(tx, actor.tenant, at.period, at.school);
    const { policy, scheme } = known.period;
    note(tx, { policy: policy.number });

    const context = contextFor(known);
    const refusals = refusalsIn(check(body, context));
    if (refusals.length > 0) throw problems.reportRefused(refusals);
    const report = canonical(body, scheme);
    const { school, period, replaces } = at;
    const wanted = {
      tenant: actor.tenant,
      school,
      period,
      report,
      reporter: actor.account ?? '',
      replaces,
    };
    const rules = ruleVersionsUnder(policy);
    const left = await this.plausibility.left(tx, wanted, body, context, at.confirm);
    const isAsking = left.confirm !== undefined;
    if ((at.dryRun || isAsking) && !(await this.reports.foresee(tx, wanted)))
      throw await this.otherRevision(tx, wanted);
    if (at.dryRun) return { report, rules, ...left, put: undefined, receipt: undefined };
    if (isAsking) throw problems.confirmationNeeded(left.questions, left.confirm);

    const put = await this.reports
      .put(tx, { ...wanted, policy, revision: randomUUID() })
      .catch((error: unknown) => {
        throw overtaken(error);
      });
    if (!put) throw await this.otherRevision(tx, wanted);
    const { receipt, commitment } = receiptOf(
      this.signer,
      { unit: { school }, period, report, rules, put },
      entryIdOf(tx),
    );
    note(tx, { commitment });
    return { report, rules, ...left, put, receipt };
  }

  /** Who named no revision has to, where another account's report stands; else the one that stands is another. */
  private async otherRevision(tx: Tx, wanted: Wanted): Promise<Problem> {
    const { replaces } = wanted;
    const isUnnamed =
      replaces === undefined || (replaces === 'own' && (await this.reports.stands(tx, wanted)));
    return isUnnamed ? problems.revisionNeeded() : problems.revisionChanged();
  }

  /** Revisions by number and time, newest first, at most `limit` before one of them; throws not-found where there is none. */
  async history(
    tx: Tx,
    actor: Actor,
    school: SchoolNumber,
    period: PeriodKey,
    page: { readonly before: number | undefined; readonly limit: number },
  ): Promise<PastRevision[]> {
    const past = await this.reports.history(tx, actor.tenant, school, period, page);
    if (past.length === 0) throw problems.notFound();
    return past;
  }

  /** What a school has stored; its numbers for the account alone that sent them. Throws not-found. */
  async stored(
    tx: Tx,
    actor: Actor,
    school: SchoolNumber,
    period: PeriodKey,
  ): Promise<{ report: Report | null; revision: Revision }> {
    const found = await this.reports.read(tx, actor.tenant, school, period, actor.account ?? '');
    if (!found) throw problems.notFound();
    return found;
  }
}

/** What to answer where the database refuses a report that the rules let through; anything else comes back as it is. */
export function overtaken(error: unknown): unknown {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (constraint === PERIOD_GONE) return problems.notFound();
  if (constraint === PERIOD_AHEAD) return notIn('not-yet-open');
  if (code === PERIOD_NOT_OPEN) return notIn('frozen');
  if (constraint === NOT_EXPECTED) return notIn('school-not-expected');
  return error;
}

const notIn = (cause: keyof typeof WINDOW_REASONS): Problem =>
  problems.reportRefused([finding('window', '', { cause, reason: WINDOW_REASONS[cause] })]);

/** What the rules are told of a school and a period. */
export const contextFor = ({
  period,
  today,
  roll,
  schoolActive,
  schoolExpected,
  schemeInForce,
}: Awaited<ReturnType<Reference['reportContext']>>) => ({
  scheme: period.scheme,
  policy: period.policy,
  roll,
  window: windowOf({ ...period, today, schoolActive, schoolExpected, schemeInForce }),
});
