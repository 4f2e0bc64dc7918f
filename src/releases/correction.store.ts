/** SQL of correcting what was released: the period opens again, and releases remember what they were made of. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { step } from '../foundation/step.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { ReleaseHead } from './release.store.ts';
import type { EarlierRelease, SchoolFacts, StoredReport } from './table.ts';

@Injectable()
export class CorrectionStore {
  /**
   * Takes reports again until a day, `YYYY-MM-DD`; false where the period was not released, or one of its releases is
   * such that none can follow: what it was made of is not known, or it has rows that are not made any more. Its releases
   * stay as they are.
   */
  async reopen(tx: Tx, tenant: string, period: PeriodKey, until: string): Promise<boolean> {
    const rows = await tx.query({
      text: `UPDATE period SET state = 'open', closes_on = greatest(opens_on, $3::date), frozen_at = NULL, frozen_by = NULL,
               frozen_person = NULL, release_asked_at = NULL, release_asked_by = NULL, release_asked_person = NULL,
               release_failure = NULL, release_corrections = NULL
             WHERE tenant = $1 AND key = $2 AND state = 'released' AND releases_have_sources($2) RETURNING key`,
      values: [tenant, period, until],
    });
    step('correction.opened');
    return rows.length > 0;
  }

  /** Schools whose correction the newest release of a period did not take over. */
  async keptCorrections(tx: Tx, tenant: string, period: PeriodKey): Promise<string[]> {
    const rows = await tx.query<{ school: string }>({
      text: `SELECT school FROM correction_kept k WHERE tenant = $1 AND period = $2
               AND version = (SELECT max(version) FROM release WHERE tenant = $1 AND period = $2) ORDER BY school`,
      values: [tenant, period],
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

  /** The corrections stay out, and the newest release stays the newest; false where the period does not wait for this request any more. */
  async settle(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    request: string,
    kept: readonly string[],
    failure: string | null,
  ): Promise<boolean> {
    const [settled] = await tx.query({
      text: `UPDATE period SET state = 'released', release_failure = $3
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request = $4 RETURNING key`,
      values: [tenant, period, failure, request],
    });
    if (settled) await this.keepCorrections(tx, tenant, period, kept);
    return settled !== undefined;
  }

  private async keepCorrections(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    kept: readonly string[],
  ): Promise<void> {
    await tx.query({
      text: `INSERT INTO correction_kept (tenant, period, version, school)
             SELECT $1, $2, (SELECT max(version) FROM release WHERE tenant = $1 AND period = $2), school
             FROM unnest($3::text[]) AS kept (school) ON CONFLICT DO NOTHING`,
      values: [tenant, period, kept],
    });
  }
}
