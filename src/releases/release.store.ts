/** SQL of freezing, protecting and releasing. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { ReleaseRow } from './release-row.ts';
import type { StoredReport } from './table.ts';

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
}

export interface Progress {
  readonly state: 'open' | 'frozen' | 'released';
  /** First and last day for reports, `YYYY-MM-DD`. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly frozenPerson: string | null;
  readonly asked: boolean;
  readonly failure: string | null;
}

/** Of corrections that hide what the state or a district was shown: published in spite of it, or kept back, all of them. */
export type CorrectionChoice = 'publish' | 'keep';

/** A release that was asked for, and what the officer who asked said about corrections. */
export interface ReleaseRequest {
  /** Another one each time that somebody asks. */
  readonly request: string;
  readonly corrections: CorrectionChoice | null;
}

const HEAD = `id, period, version, scheme, policy, columns, hidden_cells AS "hiddenCells",
  withholding_schools AS "withholdingSchools", released_at AS "releasedAt"`;

@Injectable()
export class ReleaseStore {
  async progress(tx: Tx, tenant: string, period: PeriodKey): Promise<Progress | undefined> {
    const [row] = await tx.query<Progress>({
      text: `SELECT state, opens_on::text AS "opensOn", closes_on::text AS "closesOn", frozen_person AS "frozenPerson", release_asked_at IS NOT NULL AS asked, release_failure AS failure
             FROM period WHERE tenant = $1 AND key = $2`,
      values: [tenant, period],
    });
    return row;
  }

  /** Waits for reports on their way; false where the period was not open. */
  async freeze(tx: Tx, tenant: string, period: PeriodKey, account: string, person: string): Promise<boolean> {
    const rows = await tx.query({
      text: `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = $3, frozen_person = $4
             WHERE tenant = $1 AND key = $2 AND state = 'open' RETURNING key`,
      values: [tenant, period, account, person],
    });
    return rows.length > 0;
  }

  /** Asks the publisher to release; false where the period is not frozen or was asked for already. */
  async ask(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    by: { account: string; person: string; corrections: CorrectionChoice | undefined },
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `UPDATE period SET release_asked_at = now(), release_asked_by = $3, release_asked_person = $4, release_failure = NULL,
               release_corrections = $5
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_asked_at IS NULL RETURNING key`,
      values: [tenant, period, by.account, by.person, by.corrections ?? null],
    });
    return rows.length > 0;
  }

  /** Periods whose release was asked for and is not there yet. */
  async asked(tx: Tx, tenant: string): Promise<PeriodKey[]> {
    const rows = await tx.query<{ key: PeriodKey }>({
      name: 'release-asked',
      text: `SELECT key FROM period
             WHERE tenant = $1 AND state = 'frozen' AND release_request IS NOT NULL ORDER BY key`,
      values: [tenant],
    });
    return rows.map(({ key }) => key);
  }

  /** What this period waits for; undefined where it waits for nothing. */
  async request(tx: Tx, tenant: string, period: PeriodKey): Promise<ReleaseRequest | undefined> {
    const [row] = await tx.query<ReleaseRequest>({
      text: `SELECT release_request AS request, release_corrections AS corrections FROM period
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request IS NOT NULL`,
      values: [tenant, period],
    });
    return row;
  }

  /** Reports that stand; one that was sent back and not corrected counts as missing. */
  async reports(tx: Tx, tenant: string, period: PeriodKey): Promise<StoredReport[]> {
    const rows = await tx.query<{
      school: string;
      cells: string[];
      pupils: number[];
      consultations: number[];
      none: string[];
      withheld: string[];
    }>({
      text: `SELECT school, cells, pupils, consultations, "none", withheld FROM report r
             WHERE tenant = $1 AND period = $2 AND NOT EXISTS (
               SELECT FROM report_return b WHERE b.tenant = r.tenant AND b.period = r.period AND b.school = r.school
                 AND b.revision_number = r.revision_number)
             ORDER BY school`,
      values: [tenant, period],
    });
    return rows.map(({ school, cells, pupils, consultations, none, withheld }) => ({
      school,
      cells: cells.map((benefits, i) => ({
        benefits: benefits.split('+'),
        pupils: pupils[i] ?? 0,
        consultations: consultations[i] ?? 0,
      })),
      none,
      withheld,
    }));
  }

  /**
   * Who put or read a report of which school in this period, in any revision; providers left out, for they are
   * processors and know what their schools know. `account` stands for the human where one has several accounts.
   */
  async hands(tx: Tx, tenant: string, period: PeriodKey): Promise<{ account: string; school: string }[]> {
    return tx.query({
      text: `SELECT DISTINCT coalesce(a.person, h.account) AS account, h.school
             FROM report_hand h LEFT JOIN account a ON a.tenant = h.tenant AND a.id = h.account
             WHERE h.tenant = $1 AND h.period = $2 AND a.role IS DISTINCT FROM 'provider' ORDER BY h.school, account`,
      values: [tenant, period],
    });
  }

  /**
   * Stores a release and marks its period; undefined where the period does not wait for this request any more: another
   * process was quicker, or the release was asked for anew after corrections. Then nothing is stored.
   */
  async publish(
    tx: Tx,
    tenant: string,
    request: string,
    head: Omit<ReleaseHead, 'version' | 'releasedAt'>,
    rows: readonly ReleaseRow[],
  ): Promise<ReleaseHead | undefined> {
    const [period] = await tx.query({
      text: `UPDATE period SET state = 'released'
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request = $3 RETURNING key`,
      values: [tenant, head.period, request],
    });
    if (!period) return undefined;
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

  /**
   * The publisher could not release: the officer may ask again. The reason is a code, never a cell. False where the
   * period does not wait for this request any more.
   */
  async fail(tx: Tx, tenant: string, period: PeriodKey, request: string, failure: string): Promise<boolean> {
    const failed = await tx.query({
      text: `UPDATE period SET release_failure = $3, release_asked_at = NULL, release_asked_by = NULL, release_asked_person = NULL,
               release_corrections = NULL
             WHERE tenant = $1 AND key = $2 AND state = 'frozen' AND release_request = $4 RETURNING key`,
      values: [tenant, period, failure, request],
    });
    return failed.length > 0;
  }

  releases(tx: Tx, tenant: string): Promise<ReleaseHead[]> {
    return tx.query({
      name: 'releases',
      text: `SELECT ${HEAD} FROM release WHERE tenant = $1 ORDER BY period DESC, version DESC`,
      values: [tenant],
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
               w.schools_reported AS "schoolsReported", w.pending, w.consultations, w.pupils
             FROM release_row w JOIN region n ON n.tenant = w.tenant AND n.key = w.region
             WHERE w.tenant = $1 AND w.release = $2 AND w.region >= $3 AND w.region < $4
               AND length(w.region) = $5 AND (w.school_type <> '') = $6
             ORDER BY w.position`,
      values: [tenant, release, region, `${region}:`, digits, bySchoolType],
    });
  }
}
