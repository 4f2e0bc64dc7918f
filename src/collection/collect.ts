/** The story of a report: scheme and policy of the period, the rules, one statement, done. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { entryIdOf, note } from '../access/note.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { problems } from '../foundation/problem.ts';
import { Signer } from '../identity/signer.ts';
import { Reference } from '../reference/reference.ts';
import { today } from '../reference/today.ts';
import { canonical } from '../rules/canonical.ts';
import { ruleVersionsUnder } from '../rules/catalogue.ts';
import { check } from '../rules/check.ts';
import { type Finding, finding, isRefused } from '../rules/finding.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Report } from '../rules/report.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { WINDOW_REASONS, windowOf } from '../rules/window.ts';
import { RECEIPT_TYPE, commitmentOf, newNonce } from './receipt.ts';
import { type PastRevision, type PutOutcome, ReportStore, type Revision } from './report.store.ts';

interface ReportPlaceKeys {
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
}

export interface Collected {
  /** Canonical: benefits and cells in scheme order. */
  readonly report: Report;
  /** Versions of the rules that were run, by code. */
  readonly rules: Readonly<Record<string, number>>;
  readonly warnings: readonly Finding[];
  /** Absent after a dry run. */
  readonly put: PutOutcome | undefined;
  /** Compact JWS; absent after a dry run. */
  readonly receipt: string | undefined;
}

/** What the database raises where a freeze was quicker than the report. */
const PERIOD_NOT_OPEN = '55000';

@Injectable()
export class Collect {
  constructor(
    private readonly reference: Reference,
    private readonly reports: ReportStore,
    private readonly signer: Signer,
  ) {}

  /** A school hands in; throws report-refused with all findings, or not-found. A dry run stores nothing. */
  async report(
    tx: Tx,
    actor: Actor,
    at: ReportPlaceKeys & { dryRun: boolean; replaces?: string | undefined },
    body: Report,
  ): Promise<Collected> {
    // First of all, so that the entry of an unknown period says it too.
    note(tx, { dryRun: at.dryRun });
    const context = await this.reference.reportContext(tx, actor.tenant, at.period, at.school);
    const { period } = context;
    note(tx, { policy: period.policy.number });

    const findings = check(body, contextFor(context));
    if (isRefused(findings)) throw problems.reportRefused(findings);
    const report = canonical(body, period.scheme);
    const rules = ruleVersionsUnder(period.policy);
    if (at.dryRun) return { report, rules, warnings: findings, put: undefined, receipt: undefined };

    const put = await this.reports
      .put(tx, {
        tenant: actor.tenant,
        school: at.school,
        period: at.period,
        policy: period.policy,
        report,
        revision: randomUUID(),
        reporter: actor.account ?? '',
        replaces: at.replaces,
      })
      .catch((error: unknown) => {
        if ((error as { code?: unknown }).code === PERIOD_NOT_OPEN)
          throw problems.reportRefused([
            finding('window', '', { cause: 'frozen', reason: WINDOW_REASONS.frozen }),
          ]);
        throw error;
      });
    if (!put) throw at.replaces === undefined ? problems.revisionNeeded() : problems.revisionChanged();
    return { report, rules, warnings: findings, put, receipt: this.receipt(tx, at, { report, rules, put }) };
  }

  /** Signed before the commit, so that no stored report is without one; worthless if the commit fails. */
  private receipt(
    tx: Tx,
    { school, period }: ReportPlaceKeys,
    { report, rules, put }: Pick<Collected, 'report' | 'rules'> & { readonly put: PutOutcome },
  ): string {
    const nonce = newNonce();
    const stored = { school, period, revision: put.revision, report };
    note(tx, { commitment: commitmentOf(nonce, stored) });
    return this.signer.sign(RECEIPT_TYPE, {
      ...stored,
      revisionNumber: put.revisionNumber,
      reportedAt: put.reportedAt.toISOString(),
      rules,
      entry: entryIdOf(tx),
      nonce: nonce.toString('base64url'),
    });
  }

  /** Every revision by number and time, newest first; throws not-found before the first. */
  async history(tx: Tx, actor: Actor, school: SchoolNumber, period: PeriodKey): Promise<PastRevision[]> {
    const past = await this.reports.history(tx, actor.tenant, school, period);
    if (past.length === 0) throw problems.notFound();
    return past;
  }

  /** What a school has stored; throws not-found. */
  async stored(
    tx: Tx,
    actor: Actor,
    school: SchoolNumber,
    period: PeriodKey,
  ): Promise<{ report: Report; revision: Revision }> {
    const found = await this.reports.find(tx, actor.tenant, school, period);
    if (!found) throw problems.notFound();
    return found;
  }
}

const contextFor = ({ period, roll, schoolActive }: Awaited<ReturnType<Reference['reportContext']>>) => ({
  scheme: period.scheme,
  policy: period.policy,
  roll,
  window: windowOf({ ...period, today: today(), schoolActive }),
});
