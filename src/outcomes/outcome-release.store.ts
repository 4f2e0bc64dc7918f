/** SQL of released outcomes: what they are made of, stored with their rows, and read. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { type PeriodKey, firstDay, lastDay } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import { OUTCOME_COLUMNS, type OutcomeCounts, outcomeOfRow } from './outcome.store.ts';
import type { CountyOutcome, OutcomeRow } from './outcome-table.ts';

/** A release without its rows. */
export interface OutcomeHead {
  readonly id: string;
  readonly period: PeriodKey;
  readonly version: number;
  readonly scheme: string;
  readonly policy: number;
  readonly columns: string[];
  readonly releasedAt: Date;
}

export interface NamedOutcomeRow extends OutcomeRow {
  readonly name: string;
}

const HEAD = 'id, period, version, scheme, policy, columns, released_at AS "releasedAt"';
const ROW = `w.region, w.body, w.bodies_expected AS "bodiesExpected", w.bodies_reported AS "bodiesReported",
  w.bodies_in_gap AS "bodiesInGap", w.grants, w.children`;

@Injectable()
export class OutcomeReleaseStore {
  /** Until the transaction ends nobody else releases outcomes of this period. */
  async hold(tx: Tx, tenant: string, period: PeriodKey): Promise<void> {
    await tx.query({
      text: `SELECT pg_advisory_xact_lock(20635, hashtext($1 || ' ' || $2))`,
      values: [tenant, period],
    });
  }

  /** Everything that stands, by county and body. */
  async standing(tx: Tx, tenant: string, period: PeriodKey): Promise<CountyOutcome[]> {
    const rows = await tx.query<OutcomeCounts & { readonly county: RegionKey }>({
      text: `SELECT county, ${OUTCOME_COLUMNS} FROM outcome WHERE tenant = $1 AND period = $2 ORDER BY county, body`,
      values: [tenant, period],
    });
    return rows.map((row) => ({ county: row.county, outcome: outcomeOfRow(row) }));
  }

  /** State, districts and counties that there are on some day of the period, by key. */
  async regions(tx: Tx, tenant: string, period: PeriodKey): Promise<RegionKey[]> {
    const rows = await tx.query<{ key: RegionKey }>({
      text: `SELECT key FROM region WHERE tenant = $1 AND length(key) <= 5 AND valid_from <= $3
               AND (valid_to IS NULL OR valid_to >= $2) ORDER BY key`,
      values: [tenant, firstDay(period), lastDay(period)],
    });
    return rows.map(({ key }) => key);
  }

  /** What earlier releases of the period were made of, oldest first. */
  async sources(tx: Tx, tenant: string, period: PeriodKey): Promise<CountyOutcome[][]> {
    const rows = await tx.query<{ outcomes: CountyOutcome[] }>({
      text: `SELECT s.outcomes FROM outcome_release r JOIN outcome_source s ON s.tenant = r.tenant AND s.release = r.id
             WHERE r.tenant = $1 AND r.period = $2 ORDER BY r.version`,
      values: [tenant, period],
    });
    return rows.map(({ outcomes }) => outcomes);
  }

  /** Stores a release as the next version of its period, with what it was made of. */
  async put(
    tx: Tx,
    tenant: string,
    head: Omit<OutcomeHead, 'version' | 'releasedAt'>,
    rows: readonly OutcomeRow[],
    source: readonly CountyOutcome[],
  ): Promise<OutcomeHead> {
    const [stored] = await tx.query<OutcomeHead>({
      text: `INSERT INTO outcome_release (tenant, id, period, version, scheme, policy, columns, released_at)
             SELECT $1, $2, $3, 1 + coalesce(max(version), 0), $4, $5, $6, now()
             FROM outcome_release WHERE tenant = $1 AND period = $3 RETURNING ${HEAD}`,
      values: [tenant, head.id, head.period, head.scheme, head.policy, head.columns],
    });
    if (!stored) throw new Error('a release of outcomes was not stored');
    // Arrays of arrays cannot be ragged or pass through unnest, so the numbers travel as JSON.
    await tx.query({
      text: `INSERT INTO outcome_release_row (tenant, release, position, region, body, bodies_expected, bodies_reported,
               bodies_in_gap, grants, children)
             SELECT $1, $2, at, r.region, r.body, r."bodiesExpected", r."bodiesReported", r."bodiesInGap", r.grants, r.children
             FROM json_array_elements($3::json) WITH ORDINALITY AS listed (row, at),
                  json_to_record(listed.row) AS r (region text, body text, "bodiesExpected" int, "bodiesReported" int,
                                                   "bodiesInGap" int, grants int[], children int[])`,
      values: [tenant, head.id, JSON.stringify(rows)],
    });
    await tx.query({
      text: 'INSERT INTO outcome_source (tenant, release, outcomes) VALUES ($1, $2, $3)',
      values: [tenant, head.id, JSON.stringify(source)],
    });
    return stored;
  }

  async certify(tx: Tx, tenant: string, release: string, certificate: string): Promise<void> {
    await tx.query({
      text: 'INSERT INTO outcome_certificate (tenant, release, certificate) VALUES ($1, $2, $3)',
      values: [tenant, release, certificate],
    });
  }

  async certificate(tx: Tx, tenant: string, release: string): Promise<string | undefined> {
    const [row] = await tx.query<{ certificate: string }>({
      text: 'SELECT certificate FROM outcome_certificate WHERE tenant = $1 AND release = $2',
      values: [tenant, release],
    });
    return row?.certificate;
  }

  async newest(tx: Tx, tenant: string, period: PeriodKey): Promise<OutcomeHead | undefined> {
    const [row] = await tx.query<OutcomeHead>({
      text: `SELECT ${HEAD} FROM outcome_release WHERE tenant = $1 AND period = $2 ORDER BY version DESC LIMIT 1`,
      values: [tenant, period],
    });
    return row;
  }

  async version(
    tx: Tx,
    tenant: string,
    period: PeriodKey,
    version: number,
  ): Promise<OutcomeHead | undefined> {
    const [row] = await tx.query<OutcomeHead>({
      text: `SELECT ${HEAD} FROM outcome_release WHERE tenant = $1 AND period = $2 AND version = $3`,
      values: [tenant, period, version],
    });
    return row;
  }

  async one(tx: Tx, tenant: string, release: string): Promise<OutcomeHead | undefined> {
    const [row] = await tx.query<OutcomeHead>({
      text: `SELECT ${HEAD} FROM outcome_release WHERE tenant = $1 AND id = $2`,
      values: [tenant, release],
    });
    return row;
  }

  /** Rows of a release within a region at one length of key; those of single bodies, or those of all together. */
  rows(
    tx: Tx,
    tenant: string,
    release: string,
    at: { readonly region: RegionKey; readonly digits: number; readonly byBody: boolean },
  ): Promise<NamedOutcomeRow[]> {
    return tx.query({
      text: `SELECT ${ROW}, n.name FROM outcome_release_row w JOIN region n ON n.tenant = w.tenant AND n.key = w.region
             WHERE w.tenant = $1 AND w.release = $2 AND w.region >= $3 AND w.region < $4
               AND length(w.region) = $5 AND (w.body <> '') = $6
             ORDER BY w.position`,
      values: [tenant, release, at.region, `${at.region}:`, at.digits, at.byBody],
    });
  }

  /** All rows of a release, as they were certified. */
  allRows(tx: Tx, tenant: string, release: string): Promise<OutcomeRow[]> {
    return tx.query({
      text: `SELECT ${ROW} FROM outcome_release_row w WHERE w.tenant = $1 AND w.release = $2 ORDER BY w.position`,
      values: [tenant, release],
    });
  }
}
