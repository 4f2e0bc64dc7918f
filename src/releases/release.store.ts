/** SQL of releases: stored with their rows, and read. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PageAsked } from '../foundation/http/page.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { ReleaseRow } from '../tables/release-row.ts';

/** A release without its rows. */
export interface ReleaseHead {
  readonly id: string;
  readonly period: PeriodKey;
  readonly version: number;
  readonly scheme: string;
  readonly policy: number;
  readonly columns: string[];
  readonly hiddenCells: number;
  readonly withholdingSchools: number | null;
  readonly releasedAt: Date;
}

export interface NamedRow extends ReleaseRow {
  readonly name: string;
  /** Name of the region that was asked for, of which this row is a part. */
  readonly within: string;
}

const HEAD = `id, period, version, scheme, policy, columns, hidden_cells AS "hiddenCells",
  withholding_schools AS "withholdingSchools", released_at AS "releasedAt"`;

@Injectable()
export class ReleaseStore {
  /** Stores a release as the next version of its period. */
  async storeRelease(
    tx: Tx,
    tenant: string,
    head: Omit<ReleaseHead, 'version' | 'releasedAt'>,
    rows: readonly ReleaseRow[],
  ): Promise<ReleaseHead> {
    const [stored] = await tx.query<ReleaseHead>({
      text: `INSERT INTO release (tenant, id, period, version, scheme, policy, columns, hidden_cells, withholding_schools, released_at)
             SELECT $1, $2, $3, 1 + coalesce(max(version), 0), $4, $5, $6, $7, $8, now()
             FROM release WHERE tenant = $1 AND period = $3 RETURNING ${HEAD}`,
      values: [
        tenant,
        head.id,
        head.period,
        head.scheme,
        head.policy,
        head.columns,
        head.hiddenCells,
        head.withholdingSchools,
      ],
    });
    // Arrays of arrays cannot be ragged or pass through unnest, so the numbers travel as JSON.
    await tx.query({
      text: `INSERT INTO release_row (tenant, release, position, region, school_type, schools_expected, schools_reported,
                                      pending, consultations, pupils)
             SELECT $1, $2, at, r.region, r."schoolType", r."schoolsExpected", r."schoolsReported", r.pending, r.consultations, r.pupils
             FROM json_array_elements($3::json) WITH ORDINALITY AS listed (row, at),
                  json_to_record(listed.row) AS r (region text, "schoolType" text, "schoolsExpected" int, "schoolsReported" int,
                                                   pending boolean, consultations int[], pupils int[])`,
      values: [tenant, head.id, JSON.stringify(rows)],
    });
    if (!stored) throw new Error('a release was not stored');
    return stored;
  }

  async certify(tx: Tx, tenant: string, release: string, certificate: string): Promise<void> {
    await tx.query({
      text: 'INSERT INTO release_certificate (tenant, release, certificate) VALUES ($1, $2, $3)',
      values: [tenant, release, certificate],
    });
  }

  async certificate(tx: Tx, tenant: string, release: string): Promise<string | undefined> {
    const [row] = await tx.query<{ certificate: string }>({
      text: 'SELECT certificate FROM release_certificate WHERE tenant = $1 AND release = $2',
      values: [tenant, release],
    });
    return row?.certificate;
  }

  /** By period and version, the newest first: those after `cursor`, one more than `limit` where there are more. */
  releases(tx: Tx, tenant: string, { cursor, limit }: PageAsked): Promise<ReleaseHead[]> {
    return tx.query({
      name: 'releases',
      text: `SELECT ${HEAD} FROM release WHERE tenant = $1 AND ($2::uuid IS NULL
               OR (period, version) < (SELECT c.period, c.version FROM release c WHERE c.tenant = $1 AND c.id = $2))
             ORDER BY period DESC, version DESC LIMIT $3`,
      values: [tenant, cursor ?? null, limit + 1],
    });
  }

  async newest(tx: Tx, tenant: string, period: PeriodKey): Promise<ReleaseHead | undefined> {
    const [row] = await tx.query<ReleaseHead>({
      name: 'release-newest',
      text: `SELECT ${HEAD} FROM release WHERE tenant = $1 AND period = $2 ORDER BY version DESC LIMIT 1`,
      values: [tenant, period],
    });
    return row;
  }

  async version(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    version: number,
  ): Promise<ReleaseHead | undefined> {
    const [row] = await tx.query<ReleaseHead>({
      name: 'release-version',
      text: `SELECT ${HEAD} FROM release WHERE tenant = $1 AND period = $2 AND version = $3`,
      values: [tenant, period, version],
    });
    return row;
  }

  /** Rows of a release within a region at one length of key; with or without a school type. */
  rows(
    tx: Tx,
    tenant: string,
    release: string,
    region: RegionKey,
    digits: number,
    bySchoolType: boolean,
  ): Promise<NamedRow[]> {
    return tx.query({
      name: 'release-rows',
      text: `SELECT w.region, n.name, w.school_type AS "schoolType", w.schools_expected AS "schoolsExpected",
               w.schools_reported AS "schoolsReported", w.pending, w.consultations, w.pupils,
               (SELECT u.name FROM region u WHERE u.tenant = $1 AND u.key = $3) AS within
             FROM release_row w JOIN region n ON n.tenant = w.tenant AND n.key = w.region
             WHERE w.tenant = $1 AND w.release = $2 AND w.region >= $3 AND w.region < $4
               AND length(w.region) = $5 AND (w.school_type <> '') = $6
             ORDER BY w.position`,
      values: [tenant, release, region, `${region}:`, digits, bySchoolType],
    });
  }
}
