/** SQL of a series: which version of each period, and the rows of several releases at once. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { NamedRow, ReleaseHead } from './release.store.ts';

export interface SeriesHead extends ReleaseHead {
  /** Id of the version before; null of a first one. */
  readonly before: string | null;
}

export type SeriesRow = NamedRow & { readonly release: string };

export const rollName = ({
  region,
  schoolType,
}: {
  readonly region: string;
  readonly schoolType: string;
}): string => `${region}\n${schoolType}`;

@Injectable()
export class SeriesStore {
  /** Of each released period between two of the same length the newest version, or the newest of that moment. */
  heads(
    tx: Tx,
    tenant: string,
    { from, to, asOf }: { from: PeriodKey; to: PeriodKey; asOf: Date | undefined },
  ): Promise<SeriesHead[]> {
    return tx.query({
      name: 'series-heads',
      text: `SELECT DISTINCT ON (r.period COLLATE "C") r.id, r.period, r.version, r.scheme, r.policy, r.columns, r.hidden_cells AS "hiddenCells",
               r.withholding_schools AS "withholdingSchools", r.released_at AS "releasedAt",
               (SELECT b.id FROM release b WHERE b.tenant = $1 AND b.period = r.period AND b.version = r.version - 1) AS before
             FROM release r
             WHERE r.tenant = $1 AND r.period COLLATE "C" BETWEEN $2 AND $3 AND length(r.period) = length($2::text)
               AND substr(r.period, 6, 1) = substr($2, 6, 1) AND ($4::timestamptz IS NULL OR r.released_at <= $4)
             ORDER BY r.period COLLATE "C", r.version DESC`,
      values: [tenant, from, to, asOf ?? null],
    });
  }

  /** The roll of the schools behind each row of a release where it is known and they are three or more; by `rollName`. */
  async rolls(tx: Tx, release: string): Promise<ReadonlyMap<string, number>> {
    const found = await tx.query<{ region: string; schoolType: string; roll: number }>({
      name: 'series-rolls',
      text: 'SELECT region, school_type AS "schoolType", roll FROM rolls_of_release($1)',
      values: [release],
    });
    return new Map(found.map((one) => [rollName(one), one.roll]));
  }

  /** Rows of these releases within a region at one length of key, each release's in its order. */
  rows(
    tx: Tx,
    tenant: string,
    releases: readonly string[],
    at: { readonly region: RegionKey; readonly digits: number; readonly bySchoolType: boolean },
  ): Promise<SeriesRow[]> {
    return tx.query({
      name: 'series-rows',
      text: `SELECT w.release, w.region, n.name, w.school_type AS "schoolType", w.schools_expected AS "schoolsExpected",
               w.schools_reported AS "schoolsReported", w.pending, w.consultations, w.pupils,
               (SELECT u.name FROM region u WHERE u.tenant = $1 AND u.key = $3) AS within
             FROM release_row w JOIN region n ON n.tenant = w.tenant AND n.key = w.region
             WHERE w.tenant = $1 AND w.release = ANY ($2::uuid[]) AND w.region >= $3 AND w.region < $4
               AND length(w.region) = $5 AND (w.school_type <> '') = $6
             ORDER BY w.release, w.position`,
      values: [tenant, releases, at.region, `${at.region}:`, at.digits, at.bySchoolType],
    });
  }
}
