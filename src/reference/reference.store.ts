/** SQL of the code lists: regions, schools, periods with their policy. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey, PeriodState } from '../rules/period.ts';
import type { Policy } from '../rules/policy.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import type { Participation } from './participation.ts';

export interface RegionRow {
  readonly key: RegionKey;
  readonly name: string;
  readonly kind: string;
  readonly parent: RegionKey | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Which took over when it ended, ascending. */
  readonly successors: readonly RegionKey[];
}

export interface SchoolRow {
  readonly number: SchoolNumber;
  readonly name: string;
  readonly type: string;
  readonly region: RegionKey;
  readonly roll: number | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A school with its place in the history of schools. */
export interface SchoolEntry extends SchoolRow {
  /** Which took over when it ended, ascending. */
  readonly successors: readonly SchoolNumber[];
}

export interface PeriodRow extends Omit<Policy, 'number'> {
  readonly key: PeriodKey;
  /** Scheme id, such as `but-counselling/1`. */
  readonly scheme: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: PeriodState;
  /** Number of the policy whose terms stand beside it. */
  readonly policy: number;
  /** The day it is where the schools are, `YYYY-MM-DD`, by the clock of the database. */
  readonly today: string;
}

/** A period and one school; the school's roll and kind are those that the period fixed, where it has. */
export interface ReportContextRow extends PeriodRow, Pick<SchoolRow, 'roll' | 'validFrom' | 'validTo'> {
  /** Whether the schools of the period are fixed. */
  readonly fixed: boolean;
  /** Null where the fixed list, or one that is still to come, does not have the school. */
  readonly kind: Participation | null;
}

const REGION = `key, name, kind, parent, valid_from::text AS "validFrom", valid_to::text AS "validTo",
  ARRAY(SELECT s.successor FROM region_succession s WHERE s.tenant = region.tenant AND s.region = region.key
    AND NOT s.withdrawn ORDER BY s.successor) AS successors`;
const SCHOOL = `number, name, type, region, roll, valid_from::text AS "validFrom", valid_to::text AS "validTo"`;
const SCHOOL_ENTRY = `${SCHOOL},
  ARRAY(SELECT s.successor FROM school_succession s WHERE s.tenant = school.tenant AND s.school = school.number
    AND NOT s.withdrawn ORDER BY s.successor) AS successors`;
const PERIOD = `p.key, p.scheme, p.opens_on::text AS "opensOn", p.closes_on::text AS "closesOn", p.state, p.policy, p.k,
  y.minimum_schools AS "minimumSchools", y.pooling_weight AS "poolingWeight", y.width,
  y.anonymiser, y.schools_per_reporter AS "schoolsPerReporter",
  (now() AT TIME ZONE 'Europe/Berlin')::date::text AS today`;
const PERIOD_FROM = `period p JOIN policy y ON y.tenant = p.tenant AND y.number = p.policy`;
/** A row a school that there is, beside the period; the condition on its number comes last. */
const REPORT_CONTEXT = `SELECT s.number, CASE WHEN e.school IS NULL THEN s.roll ELSE e.roll END AS roll, s.valid_from::text AS "validFrom",
               s.valid_to::text AS "validTo", p.schools_fixed_at IS NOT NULL AS fixed, e.kind, ${PERIOD}
             FROM ${PERIOD_FROM} JOIN school s ON s.tenant = p.tenant
               LEFT JOIN period_school e ON e.tenant = p.tenant AND e.period = p.key AND e.school = s.number
             WHERE p.tenant = $1 AND p.key = $2`;

@Injectable()
export class ReferenceStore {
  /** Regions within `outer`, itself included, in the order of their keys. */
  regions(tx: Tx, tenant: string, outer: string): Promise<RegionRow[]> {
    return tx.query({
      name: 'regions',
      text: `SELECT ${REGION} FROM region WHERE tenant = $1 AND starts_with(key, $2) ORDER BY key`,
      values: [tenant, outer],
    });
  }

  async region(tx: Tx, tenant: string, key: RegionKey): Promise<RegionRow | undefined> {
    const [row] = await tx.query<RegionRow>({
      name: 'region',
      text: `SELECT ${REGION} FROM region WHERE tenant = $1 AND key = $2`,
      values: [tenant, key],
    });
    return row;
  }

  /** Schools within a region, after a number, at most `limit`. The bounds, not starts_with, let the index work. */
  schools(tx: Tx, tenant: string, region: RegionKey, after: string, limit: number): Promise<SchoolEntry[]> {
    return tx.query({
      name: 'schools',
      text: `SELECT ${SCHOOL_ENTRY} FROM school
             WHERE tenant = $1 AND region >= $2 AND region < $3 AND number > $4 ORDER BY number LIMIT $5`,
      values: [tenant, region, `${region}:`, after, limit],
    });
  }

  /** Every school there is or was, in no order. */
  allSchools(tx: Tx, tenant: string): Promise<SchoolEntry[]> {
    return tx.query({ text: `SELECT ${SCHOOL_ENTRY} FROM school WHERE tenant = $1`, values: [tenant] });
  }

  periods(tx: Tx, tenant: string): Promise<PeriodRow[]> {
    return tx.query({
      name: 'periods',
      text: `SELECT ${PERIOD} FROM ${PERIOD_FROM} WHERE p.tenant = $1 ORDER BY p.key DESC`,
      values: [tenant],
    });
  }

  /** Every period, so that until the end of this transaction nobody else opens one. */
  async periodsBeforeOpening(tx: Tx, tenant: string): Promise<PeriodRow[]> {
    await tx.query({
      text: `SELECT pg_advisory_xact_lock(20632, hashtext($1 || ' periods'))`,
      values: [tenant],
    });
    // A statement of its own sees what was committed while this one waited.
    return this.periods(tx, tenant);
  }

  /** The period, and the school beside it where one is asked for. */
  async period(tx: Tx, tenant: string, key: PeriodKey): Promise<PeriodRow | undefined> {
    const [row] = await tx.query<PeriodRow>({
      name: 'period',
      text: `SELECT ${PERIOD} FROM ${PERIOD_FROM} WHERE p.tenant = $1 AND p.key = $2`,
      values: [tenant, key],
    });
    return row;
  }

  /** The period and what a report must know of a school, in one trip; undefined where either is unknown. */
  async reportContext(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    number: SchoolNumber,
  ): Promise<ReportContextRow | undefined> {
    const [row] = await tx.query<ReportContextRow>({
      name: 'report-context',
      text: `${REPORT_CONTEXT} AND s.number = $3`,
      values: [tenant, period, number],
    });
    return row;
  }

  /** The same for many schools; those that are unknown are not in it. */
  reportContexts(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    numbers: readonly SchoolNumber[],
  ): Promise<(ReportContextRow & { readonly number: SchoolNumber })[]> {
    return tx.query({
      name: 'report-contexts',
      text: `${REPORT_CONTEXT} AND s.number = ANY ($3)`,
      values: [tenant, period, numbers],
    });
  }

  /** Adds schools and brings known ones up to date; how many rows that changed. */
  async putSchools(tx: Tx, tenant: string, schools: readonly SchoolRow[]): Promise<number> {
    const rows = await tx.query({
      text: `INSERT INTO school AS s (tenant, number, name, type, region, roll, valid_from, valid_to)
             SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::date[], $8::date[])
             ON CONFLICT (tenant, number) DO UPDATE
               SET name = excluded.name, type = excluded.type, region = excluded.region, roll = excluded.roll,
                   valid_from = excluded.valid_from, valid_to = excluded.valid_to
               WHERE (s.name, s.type, s.region, s.roll, s.valid_from, s.valid_to)
                 IS DISTINCT FROM (excluded.name, excluded.type, excluded.region, excluded.roll, excluded.valid_from, excluded.valid_to)
             RETURNING s.number`,
      values: [
        tenant,
        schools.map((school) => school.number),
        schools.map((school) => school.name),
        schools.map((school) => school.type),
        schools.map((school) => school.region),
        schools.map((school) => school.roll),
        schools.map((school) => school.validFrom),
        schools.map((school) => school.validTo),
      ],
    });
    return rows.length;
  }
}
