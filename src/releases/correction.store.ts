/** SQL of correcting what was released: releases remember what they were made of, and which corrections they left out. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { ReleaseHead } from './release.store.ts';
import type { EarlierRelease, SchoolFacts, StoredReport } from '../tables/table.ts';

@Injectable()
export class CorrectionStore {
  /**
   * Whether a release may follow those of the period; false where what one of them was made of is not known, or it has
   * rows that are not made any more.
   */
  async canBeFollowed(tx: Tx, period: PeriodKey): Promise<boolean> {
    const [row] = await tx.query<{ sound: boolean }>({
      text: 'SELECT releases_have_sources($1) AS sound',
      values: [period],
    });
    return row?.sound ?? false;
  }

  /** Schools whose correction the newest release of a period did not take over: those after a number, one more than `limit` where there are more. */
  async keptCorrections(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    { after, limit }: { readonly after: string; readonly limit: number },
  ): Promise<string[]> {
    const rows = await tx.query<{ school: string }>({
      text: `SELECT school FROM correction_kept k WHERE tenant = $1 AND period = $2
               AND version = (SELECT max(version) FROM release WHERE tenant = $1 AND period = $2) AND school > $3 ORDER BY school LIMIT $4`,
      values: [tenant, period, after, limit + 1],
    });
    return rows.map((row) => row.school);
  }

  /** Every release of a period with what it was made of, oldest first; for the publisher alone. */
  async earlier(tx: Tx, tenant: string, period: PeriodKey): Promise<EarlierRelease[]> {
    return tx.query({
      text: `SELECT coalesce(s.schools, '[]') AS schools, coalesce(s.reports, '[]') AS reports, (SELECT json_agg(json_build_object('region', w.region, 'schoolType', w.school_type,
                 'consultations', w.consultations, 'pupils', w.pupils) ORDER BY w.position)
               FROM release_row w WHERE w.tenant = r.tenant AND w.release = r.id) AS rows
             FROM release r LEFT JOIN release_source s ON s.tenant = r.tenant AND s.release = r.id
             WHERE r.tenant = $1 AND r.period = $2 ORDER BY r.version`,
      values: [tenant, period],
    });
  }

  /** Keeps what a release was made of for the next one, and which corrections it left out. */
  async keepSource(
    tx: Tx,
    tenant: string,
    release: Pick<ReleaseHead, 'id' | 'period'>,
    source: { schools: readonly SchoolFacts[]; reports: readonly StoredReport[] },
    kept: readonly string[],
  ): Promise<void> {
    await tx.query({
      text: 'INSERT INTO release_source (tenant, release, schools, reports) VALUES ($1, $2, $3, $4)',
      values: [tenant, release.id, JSON.stringify(source.schools), JSON.stringify(source.reports)],
    });
    await this.keepCorrections(tx, tenant, release.period, kept);
  }

  /** Which corrections the newest release leaves out. */
  async keepCorrections(tx: Tx, tenant: string, period: PeriodKey, kept: readonly string[]): Promise<void> {
    await tx.query({
      text: `INSERT INTO correction_kept (tenant, period, version, school)
             SELECT $1, $2, (SELECT max(version) FROM release WHERE tenant = $1 AND period = $2), school
             FROM unnest($3::text[]) AS kept (school) ON CONFLICT DO NOTHING`,
      values: [tenant, period, kept],
    });
  }
}
