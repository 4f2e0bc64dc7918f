/** SQL of all reports of a period, for the publisher alone. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import { REPORT_COLUMNS, type ReportRow } from '../rules/report-row.ts';
import type { SchoolNumber } from '../rules/school.ts';

/** An account that put or read a report of a school. */
export interface Hand {
  readonly account: string;
  readonly school: SchoolNumber;
}

@Injectable()
export class PeriodReportStore {
  standing(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
  ): Promise<(ReportRow & { readonly school: SchoolNumber })[]> {
    return tx.query({
      text: `SELECT school, ${REPORT_COLUMNS} FROM report r
             WHERE tenant = $1 AND period = $2 AND NOT EXISTS (
               SELECT FROM report_return b WHERE b.tenant = r.tenant AND b.period = r.period AND b.school = r.school
                 AND b.revision_number = r.revision_number)
             ORDER BY school`,
      values: [tenant, period],
    });
  }

  /** In any revision; by school. */
  hands(tx: Tx, tenant: string, period: PeriodKey): Promise<Hand[]> {
    return tx.query({
      text: 'SELECT account, school FROM report_hand WHERE tenant = $1 AND period = $2 ORDER BY school, account',
      values: [tenant, period],
    });
  }
}
