/** SQL of who has reported: whether and when, never what. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { Participation } from '../reference/participation.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import type { ReturnReason } from './return-reasons.ts';

export const STATUSES = ['reported', 'missing', 'returned'] as const;
export type Status = (typeof STATUSES)[number];

export interface SchoolStatus {
  readonly school: SchoolNumber;
  readonly name: string;
  readonly type: string;
  readonly region: RegionKey;
  /** Never `NONE`: such a school is not expected. */
  readonly participation: Participation;
  readonly status: Status;
  readonly reportedAt: Date | null;
  readonly reason: ReturnReason | null;
}

export interface CountyCounts {
  readonly region: RegionKey;
  readonly name: string;
  readonly expected: number;
  readonly reported: number;
  readonly returned: number;
  readonly missing: number;
  /** Of the missing, those whose post nobody holds. */
  readonly vacant: number;
}

/** Tenant, period and where to look. */
export interface StatusQuery {
  readonly tenant: string;
  readonly period: PeriodKey;
  readonly region: RegionKey;
}

const EXPECTED = `
  SELECT e.school, s.name, e.type, e.region, e.kind AS participation, r.reported_at, b.reason,
    CASE WHEN r.school IS NULL THEN 'missing' WHEN b.school IS NULL THEN 'reported' ELSE 'returned' END AS status
  FROM schools_of_period($2) e JOIN school s ON s.tenant = $1 AND s.number = e.school
    LEFT JOIN report r ON r.tenant = $1 AND r.period = $2 AND r.school = e.school
    LEFT JOIN report_return b ON b.tenant = $1 AND b.period = $2 AND b.school = e.school
      AND b.revision_number = r.revision_number
  WHERE e.kind <> 'NONE' AND e.region >= $3 AND e.region < $3 || ':'`;

const valuesOf = ({ tenant, period, region }: StatusQuery): unknown[] => [tenant, period, region];

@Injectable()
export class StatusStore {
  schools(tx: Tx, query: StatusQuery): Promise<SchoolStatus[]> {
    return tx.query({
      name: 'status-schools',
      text: `SELECT school, name, type, region, participation, status, reported_at AS "reportedAt", reason FROM (${EXPECTED}) AS expected
             ORDER BY school`,
      values: valuesOf(query),
    });
  }

  /** One row a county, in the order of keys. */
  counties(tx: Tx, query: StatusQuery): Promise<CountyCounts[]> {
    return tx.query({
      name: 'status-counties',
      text: `SELECT c.key AS region, c.name, count(*)::int AS expected,
               count(*) FILTER (WHERE status = 'reported')::int AS reported,
               count(*) FILTER (WHERE status = 'returned')::int AS returned,
               count(*) FILTER (WHERE status = 'missing')::int AS missing,
               count(*) FILTER (WHERE status = 'missing' AND participation = 'VACANT')::int AS vacant
             FROM (${EXPECTED}) AS expected JOIN region c ON c.tenant = $1 AND c.key = left(expected.region, 5)
             GROUP BY c.key, c.name ORDER BY c.key`,
      values: valuesOf(query),
    });
  }

  /** Sends the standing revision back; false where none stands in this county, or it was sent back before. */
  async sendBack(
    tx: Tx,
    at: { tenant: string; period: PeriodKey; region: RegionKey; school: SchoolNumber },
    reason: ReturnReason,
    account: string,
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `INSERT INTO report_return (tenant, period, school, revision_number, reason, returned_by)
             SELECT r.tenant, r.period, r.school, r.revision_number, $5, $6
             FROM report r JOIN schools_of_period($2) e ON e.school = r.school
             WHERE r.tenant = $1 AND r.period = $2 AND r.school = $3 AND starts_with(e.region, $4)
             ON CONFLICT DO NOTHING RETURNING school`,
      values: [at.tenant, at.period, at.school, at.region, reason, account],
    });
    return rows.length > 0;
  }
}
