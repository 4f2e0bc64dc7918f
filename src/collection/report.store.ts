/** SQL of reports: one row a school and period, put by one statement. */
import { Injectable } from '@nestjs/common';
import { step } from '../foundation/step.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { canonicalJson } from '../rules/canonical-json.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Policy } from '../rules/policy.ts';
import { REPORT_COLUMNS, type ReportRow, reportOfRow, valuesOfReport } from '../rules/report-row.ts';
import type { Report } from '../rules/report.ts';
import type { SchoolNumber } from '../rules/school.ts';
import type { Replaces } from './replaces.ts';
import type { ReturnReason } from './return-reasons.ts';

export interface Revision {
  readonly revision: string;
  readonly revisionNumber: number;
  readonly reportedAt: Date;
}

export interface PutOutcome extends Revision {
  readonly outcome: 'stored' | 'unchanged';
}

/** What is to be stored, and by whom. */
export interface Wanted {
  readonly tenant: string;
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
  /** In its canonical form. */
  readonly report: Report;
  readonly reporter: string;
  readonly replaces: Replaces;
}

/** The same with what the store adds to it. */
export interface NewReport extends Wanted {
  readonly policy: Policy;
  readonly revision: string;
}

interface FoundReport {
  readonly report: Report;
  readonly revision: Revision;
  /** Id of the account that reported it. */
  readonly reporter: string;
  /** Whether the account that asks sent it, and nobody else has come into that account since. */
  readonly isReadable: boolean;
}

/** One revision as it is remembered. */
export interface PastRevision {
  readonly number: number;
  readonly reportedAt: Date;
  /** Why a coordinator sent it back, where one did. */
  readonly reason: ReturnReason | null;
  readonly returnedAt: Date | null;
}

/** How a report takes the place of an older one, `r`. */
export const REPLACEMENT = `
      SET cells = excluded.cells, pupils = excluded.pupils, consultations = excluded.consultations,
          "none" = excluded."none", withheld = excluded.withheld, revision = excluded.revision,
          revision_number = r.revision_number + 1, reported_at = clock_timestamp(), reporter = excluded.reporter`;
/** Whether it is another one, or must count as such. */
export const CHANGED = `((r.cells, r.pupils, r.consultations, r."none", r.withheld)
        IS DISTINCT FROM (excluded.cells, excluded.pupils, excluded.consultations, excluded."none", excluded.withheld)
        -- What was sent back and comes again unchanged is confirmed by that: a new revision.
        OR EXISTS (SELECT FROM report_return b WHERE b.tenant = r.tenant AND b.period = r.period AND b.school = r.school
                   AND b.revision_number = r.revision_number)
        -- "Unchanged" would tell somebody else what stands there.
        OR NOT is_readable_by(r.tenant, r.reporter, r.reported_at, excluded.reporter))`;

/** A correction takes its time once its turn has come: now() is when its transaction began, perhaps before an earlier revision's. */
const PUT = `
  WITH put AS (
    INSERT INTO report AS r (tenant, period, school, k, ${REPORT_COLUMNS}, revision, revision_number, reported_at, reporter)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, now(), $13
    -- A revision to replace must be there.
    WHERE ($14::uuid[] IS NULL AND $15::text IS DISTINCT FROM 'own') OR EXISTS (SELECT FROM report WHERE tenant = $1 AND period = $2 AND school = $3)
    ON CONFLICT (tenant, period, school) DO UPDATE ${REPLACEMENT}
      WHERE ${CHANGED}
        AND CASE WHEN $15 = 'nothing' THEN false
          WHEN $14 IS NULL THEN r.reporter = excluded.reporter ELSE r.revision = ANY ($14) END
    RETURNING revision, revision_number, reported_at
  ), kept AS (
    INSERT INTO report_revision (tenant, period, school, number, reported_at)
    SELECT $1, $2, $3, revision_number, reported_at FROM put
  ), hand AS (
    -- Who sends the same report again knows its numbers too.
    INSERT INTO report_hand (tenant, period, school, account) VALUES ($1, $2, $3, $13) ON CONFLICT DO NOTHING
  )
  SELECT revision, revision_number AS "revisionNumber", reported_at AS "reportedAt" FROM put`;

@Injectable()
export class ReportStore {
  /**
   * Stores the report in place of an older one; the same report again changes nothing.
   *
   * returns  undefined, and stores nothing, where another revision stands there than the one to replace
   */
  async put(tx: Tx, wanted: NewReport): Promise<PutOutcome | undefined> {
    const { tenant, school, period, policy, report, revision, reporter, replaces } = wanted;
    const [put] = await tx.query<Revision>({
      name: 'report-put',
      text: PUT,
      values: [
        tenant,
        period,
        school,
        policy.k,
        ...valuesOfReport(report),
        revision,
        reporter,
        typeof replaces === 'object' ? replaces : null,
        typeof replaces === 'string' ? replaces : null,
      ],
    });
    step('report.put');
    if (put) return { ...put, outcome: 'stored' };
    const stored = await this.find(tx, tenant, school, period, reporter);
    if (!stored?.isReadable || canonicalJson(stored.report) !== canonicalJson(report)) return undefined;
    return { ...stored.revision, outcome: 'unchanged' };
  }

  /**
   * What is stored. Its numbers go to the account alone that sent them, and to nobody who came into that account since:
   * a new code or mailbox opens what comes, not what was. Everybody else learns when it was sent.
   */
  async read(
    tx: Tx,
    tenant: string,
    school: SchoolNumber,
    period: PeriodKey,
    account: string,
  ): Promise<{ report: Report | null; revision: Revision } | undefined> {
    const found = await this.find(tx, tenant, school, period, account);
    return found && { report: found.isReadable ? found.report : null, revision: found.revision };
  }

  private async find(
    tx: Tx,
    tenant: string,
    school: SchoolNumber,
    period: PeriodKey,
    account: string,
  ): Promise<FoundReport | undefined> {
    const [row] = await tx.query<ReportRow & Revision & Pick<FoundReport, 'reporter' | 'isReadable'>>({
      name: 'report-find',
      text: `SELECT ${REPORT_COLUMNS}, revision, reporter,
               is_readable_by(tenant, reporter, reported_at, $4) AS "isReadable",
               revision_number AS "revisionNumber", reported_at AS "reportedAt"
             FROM report WHERE tenant = $1 AND period = $2 AND school = $3`,
      values: [tenant, period, school, account],
    });
    return (
      row && { report: reportOfRow(row), revision: row, reporter: row.reporter, isReadable: row.isReadable }
    );
  }

  /**
   * What `put` would say no to, without putting anything; it may be otherwise a moment later.
   *
   * returns  false where another revision stands there than the one to replace
   */
  async foresee(tx: Tx, { tenant, school, period, report, reporter, replaces }: Wanted): Promise<boolean> {
    const stored = await this.find(tx, tenant, school, period, reporter);
    if (!stored) return replaces === undefined || replaces === 'nothing';
    if (stored.isReadable && canonicalJson(stored.report) === canonicalJson(report)) return true;
    if (typeof replaces === 'object') return replaces.includes(stored.revision.revision);
    return replaces !== 'nothing' && stored.reporter === reporter;
  }

  /** Whether anything is stored there. */
  async stands(tx: Tx, { tenant, school, period, reporter }: Wanted): Promise<boolean> {
    return (await this.find(tx, tenant, school, period, reporter)) !== undefined;
  }

  /**
   * Consultations of all cells of the school's newest report before this period; of the one that stands in this
   * period where there is none before; null where there is neither. Periods of one scheme follow each other as
   * their keys do.
   */
  async lastTotal(
    tx: Tx,
    tenant: string,
    school: SchoolNumber,
    period: PeriodKey,
    scheme: string,
  ): Promise<number | null> {
    const [row] = await tx.query<{ total: number }>({
      name: 'report-last',
      text: `SELECT (SELECT coalesce(sum(c), 0) FROM unnest(r.consultations) c)::int AS total
             FROM period p JOIN report r ON r.tenant = p.tenant AND r.period = p.key AND r.school = $2
             WHERE p.tenant = $1 AND p.scheme = $4 AND p.key COLLATE "C" <= $3
             ORDER BY p.key = $3, p.key COLLATE "C" DESC LIMIT 1`,
      values: [tenant, school, period, scheme],
    });
    return row?.total ?? null;
  }

  /** Number and time of revisions before one, newest first, and what was sent back; the numbers of old ones are gone. */
  async history(
    tx: Tx,
    tenant: string,
    school: SchoolNumber,
    period: PeriodKey,
    { before, limit }: { readonly before: number | undefined; readonly limit: number },
  ): Promise<PastRevision[]> {
    return tx.query({
      text: `SELECT v.number, v.reported_at AS "reportedAt", b.reason, b.returned_at AS "returnedAt"
             FROM report_revision v LEFT JOIN report_return b ON b.tenant = v.tenant AND b.period = v.period
               AND b.school = v.school AND b.revision_number = v.number
             WHERE v.tenant = $1 AND v.period = $2 AND v.school = $3 AND ($4::integer IS NULL OR v.number < $4)
             ORDER BY v.number DESC LIMIT $5`,
      values: [tenant, period, school, before ?? null, limit],
    });
  }
}
