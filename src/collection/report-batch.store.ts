/** SQL of many reports at once: the statement of a single one, over a list. */
import { Injectable } from '@nestjs/common';
import { step } from '../foundation/step.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Report } from '../rules/report.ts';
import { REPORT_COLUMNS, type ReportRow, reportOfRow, valuesOfReport } from '../rules/report-row.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { CHANGED, REPLACEMENT, type Revision } from './report.store.ts';

/** One of many, in its canonical form. */
export interface BatchItem {
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
  readonly k: number;
  readonly report: Report;
  readonly revision: string;
}

/** What stands at one of many places. */
export interface Standing extends Revision {
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
  /** Id of the account that reported it. */
  readonly reporter: string;
  /** Null for everybody but the account that sent it. */
  readonly report: Report | null;
}

const PUT_MANY = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb) AS i(period text, school text, k int, scheme text, policy int,
      cells text[], pupils int[], consultations int[], "none" text[], withheld text[], revision uuid)
  ), put AS (
    INSERT INTO report AS r (tenant, period, school, k, ${REPORT_COLUMNS}, revision, revision_number, reported_at, reporter)
    SELECT $1, period, school, k, ${REPORT_COLUMNS}, revision, 1, now(), $3 FROM given
    ON CONFLICT (tenant, period, school) DO UPDATE ${REPLACEMENT}
      WHERE ${CHANGED} AND r.reporter = excluded.reporter
    RETURNING period, school, revision, revision_number, reported_at
  ), kept AS (
    INSERT INTO report_revision (tenant, period, school, number, reported_at)
    SELECT $1, period, school, revision_number, reported_at FROM put
  ), hand AS (
    -- Who sends the same report again knows its numbers too.
    INSERT INTO report_hand (tenant, period, school, account) SELECT $1, period, school, $3 FROM given ON CONFLICT DO NOTHING
  )
  SELECT period, school, revision, revision_number AS "revisionNumber", reported_at AS "reportedAt" FROM put`;

@Injectable()
export class ReportBatchStore {
  /**
   * Stores reports, each in place of one of the same account where there is one.
   *
   * returns  those that were stored; the others are there already, or another account's stands in their place
   */
  async put(
    tx: Tx,
    tenant: string,
    account: string,
    items: readonly BatchItem[],
  ): Promise<(Revision & { readonly school: SchoolNumber; readonly period: PeriodKey })[]> {
    const rows = items.map(({ period, school, k, report, revision }) => {
      const [scheme, policy, cells, pupils, consultations, none, withheld] = valuesOfReport(report);
      return { period, school, k, scheme, policy, cells, pupils, consultations, none, withheld, revision };
    });
    const put = await tx.query<Revision & { school: SchoolNumber; period: PeriodKey }>({
      name: 'report-put-many',
      text: PUT_MANY,
      values: [tenant, JSON.stringify(rows), account],
    });
    step('report.put-many');
    return put;
  }

  /** What stands at those places already. */
  async standing(
    tx: Tx,
    tenant: string,
    account: string,
    places: readonly { readonly school: SchoolNumber; readonly period: PeriodKey }[],
  ): Promise<Standing[]> {
    const rows = await tx.query<ReportRow & Omit<Standing, 'report'> & { isReadable: boolean }>({
      name: 'report-standing',
      text: `SELECT period, school, ${REPORT_COLUMNS}, revision, reporter,
               is_readable_by(tenant, reporter, reported_at, $2) AS "isReadable",
               revision_number AS "revisionNumber", reported_at AS "reportedAt"
             FROM report
             WHERE tenant = $1 AND (period, school) IN (SELECT * FROM unnest($3::text[], $4::text[]))`,
      values: [tenant, account, places.map(({ period }) => period), places.map(({ school }) => school)],
    });
    return rows.map((row) => ({ ...row, report: row.isReadable ? reportOfRow(row) : null }));
  }
}
