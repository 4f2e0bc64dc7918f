/** SQL of participation: the list that is kept, and the schools of a period, fixed on its opening day. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import type {
  ChangeReason,
  KeptSchool,
  Participation,
  ParticipationEntry,
  PeriodSchool,
} from './participation.ts';

/** What became of a change; all but `changed` stored nothing. */
export type ChangeOutcome =
  'changed' | 'same' | 'unknown' | 'not-open' | 'not-fixed' | 'released' | 'reported';

@Injectable()
export class ParticipationStore {
  /**
   * Fixes the schools of a period, or of every period, whose opening day has come and that has none yet. Exactly
   * once: a second process waits for the first and then finds it done.
   */
  async fix(tx: Tx, period: PeriodKey | null): Promise<void> {
    await tx.query({
      name: 'participation-fix',
      text: 'SELECT fix_period_schools($1)',
      values: [period],
    });
  }

  /** Schools expected in a period, by number; before its opening day those that would be. */
  expected(tx: Tx, period: PeriodKey): Promise<PeriodSchool[]> {
    return tx.query({
      text: `SELECT school AS number, region, type, roll, kind FROM schools_of_period($1) WHERE kind <> 'NONE' ORDER BY school`,
      values: [period],
    });
  }

  /** Every entry of the list that stands. */
  entries(tx: Tx, tenant: string): Promise<ParticipationEntry[]> {
    return tx.query({
      text: `SELECT school, valid_from::text AS "validFrom", valid_to::text AS "validTo", kind FROM participation
             WHERE tenant = $1 AND NOT withdrawn`,
      values: [tenant],
    });
  }

  /** The entries of these schools are from now on these alone; what is no longer named is withdrawn. */
  async put(
    tx: Tx,
    tenant: string,
    schools: readonly string[],
    entries: readonly ParticipationEntry[],
  ): Promise<void> {
    await tx.query({
      text: 'UPDATE participation SET withdrawn = true WHERE tenant = $1 AND school = ANY ($2) AND NOT withdrawn',
      values: [tenant, schools],
    });
    await tx.query({
      text: `INSERT INTO participation (tenant, school, valid_from, valid_to, kind)
             SELECT $1, * FROM unnest($2::text[], $3::date[], $4::date[], $5::text[])
             ON CONFLICT (tenant, school, valid_from) DO UPDATE
               SET valid_to = excluded.valid_to, kind = excluded.kind, withdrawn = false`,
      values: [
        tenant,
        entries.map((entry) => entry.school),
        entries.map((entry) => entry.validFrom),
        entries.map((entry) => entry.validTo),
        entries.map((entry) => entry.kind),
      ],
    });
  }

  /** Whether a school lies in a region in this period; true where no region is named. */
  async liesWithin(
    tx: Tx,
    { period, school, region }: { period: PeriodKey; school: SchoolNumber; region?: RegionKey },
  ): Promise<boolean> {
    if (region === undefined) return true;
    const rows = await tx.query({
      text: `SELECT 1 FROM schools_of_period($1) WHERE school = $2 AND starts_with(region, $3)
             UNION ALL
             SELECT 1 FROM school s WHERE s.tenant = actor_tenant() AND s.number = $2 AND starts_with(s.region, $3)
               AND NOT EXISTS (SELECT FROM schools_of_period($1) WHERE school = $2)`,
      values: [period, school, region],
    });
    return rows.length > 0;
  }

  /** When the schools of a period were fixed; null before its opening day. */
  async fixedAt(tx: Tx, tenant: string, period: PeriodKey): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date | null }>({
      text: 'SELECT schools_fixed_at AS at FROM period WHERE tenant = $1 AND key = $2',
      values: [tenant, period],
    });
    return row?.at ?? null;
  }

  /** Those of a region after a number, one more than `limit` where there are more; with the newest change of each. */
  ofPeriod(
    tx: Tx,
    tenant: string,
    at: { period: PeriodKey; region: RegionKey },
    { after, limit }: { after: string | undefined; limit: number },
  ): Promise<KeptSchool[]> {
    return tx.query({
      text: `SELECT e.school AS number, s.name, e.type, e.region, e.kind, c.reason, c.changed_at AS "changedAt"
             FROM schools_of_period($2) e JOIN school s ON s.tenant = $1 AND s.number = e.school
             LEFT JOIN LATERAL (SELECT reason, changed_at FROM participation_change c
               WHERE c.tenant = $1 AND c.period = $2 AND c.school = e.school ORDER BY changed_at DESC, entry LIMIT 1) c ON true
             WHERE starts_with(e.region, $3) AND e.school > $4 ORDER BY e.school LIMIT $5`,
      values: [tenant, at.period, at.region, after ?? '', limit + 1],
    });
  }

  /** Changes a school's participation in a period that is open and was not released; the entry names the act. */
  async change(
    tx: Tx,
    at: { period: PeriodKey; school: SchoolNumber },
    to: { kind: Participation; reason: ChangeReason },
    by: { account: string | undefined; entry: string },
  ): Promise<ChangeOutcome> {
    const [row] = await tx.query<{ outcome: ChangeOutcome }>({
      text: 'SELECT change_participation($1, $2, $3, $4, $5, $6) AS outcome',
      values: [at.period, at.school, to.kind, to.reason, by.account ?? null, by.entry],
    });
    return row?.outcome ?? 'unknown';
  }
}
