/** SQL of outcomes: one row a period, county and body, replaced together by whoever hands in for them. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { type BodyOutcome, type Gap, type GrantedCell, isGap, type Outcomes } from '../rules/outcome.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';

/** Joins the benefits of a pooled cell; `BENEFIT_PATTERN` has no such sign. */
const JOINT = '+';

/** What hangs on one period and county. */
export interface OutcomeKeys {
  readonly tenant: string;
  readonly county: RegionKey;
  readonly period: PeriodKey;
}

export interface OutcomeRevision {
  readonly revision: string;
  readonly revisionNumber: number;
  readonly reportedAt: Date;
}

/** What stands of one body. */
export interface StoredOutcome extends OutcomeRevision {
  readonly outcome: BodyOutcome;
  /** Id of the account that sent it. */
  readonly reporter: string;
  /** Whether the account that asks sent it, and nobody else has come into that account since. */
  readonly isReadable: boolean;
}

interface Row extends OutcomeRevision {
  readonly body: string;
  readonly gap: Gap | null;
  readonly cells: readonly string[];
  readonly children: readonly number[];
  readonly grants: readonly number[];
  readonly none: readonly string[];
  readonly withheld: readonly string[];
  readonly reporter: string;
  readonly isReadable: boolean;
}

export type OutcomeCounts = Pick<Row, 'body' | 'gap' | 'cells' | 'children' | 'grants' | 'none' | 'withheld'>;

export const OUTCOME_COLUMNS = 'body, gap, cells, children, grants, "none", withheld';

/** What a row says of its body. */
export const outcomeOfRow = ({
  body,
  gap,
  cells,
  children,
  grants,
  none,
  withheld,
}: OutcomeCounts): BodyOutcome =>
  gap === null
    ? {
        body,
        cells: cells.map((benefits, i): GrantedCell => ({
          benefits: benefits.split(JOINT),
          children: children[i] ?? 0,
          grants: grants[i] ?? 0,
        })),
        none,
        withheld,
      }
    : { body, gap };

@Injectable()
export class OutcomeStore {
  /**
   * Until the transaction ends nobody else hands in for this county and period, and the period is not taken away: what is
   * read afterwards still stands when something is put in its place.
   */
  async hold(tx: Tx, { tenant, county, period }: OutcomeKeys): Promise<void> {
    await tx.query({
      text: `SELECT pg_advisory_xact_lock_shared(20632, hashtext($1 || ' ' || $2)),
               pg_advisory_xact_lock(20634, hashtext($1 || ' ' || $2 || ' ' || $3))`,
      values: [tenant, period, county],
    });
  }

  /** Codes of the bodies that the account which asks reports for; row security shows no others. */
  async ownBodies(tx: Tx, tenant: string, county: RegionKey): Promise<string[]> {
    const rows = await tx.query<{ body: string }>({
      text: 'SELECT body FROM benefit_body WHERE tenant = $1 AND county = $2',
      values: [tenant, county],
    });
    return rows.map(({ body }) => body);
  }

  /** What stands of the own bodies; row security shows no others. */
  async standing(
    tx: Tx,
    { tenant, county, period }: OutcomeKeys,
    account: string,
  ): Promise<Map<string, StoredOutcome>> {
    const rows = await tx.query<Row>({
      text: `SELECT ${OUTCOME_COLUMNS}, revision, revision_number AS "revisionNumber", reported_at AS "reportedAt",
               reporter, is_readable_by(tenant, reporter, reported_at, $4) AS "isReadable"
             FROM outcome WHERE tenant = $1 AND period = $2 AND county = $3`,
      values: [tenant, period, county, account],
    });
    return new Map(
      rows.map((row) => [
        row.body,
        {
          outcome: outcomeOfRow(row),
          revision: row.revision,
          revisionNumber: row.revisionNumber,
          reportedAt: row.reportedAt,
          reporter: row.reporter,
          isReadable: row.isReadable,
        },
      ]),
    );
  }

  /** Puts all bodies of one hand-in in place of what stood there, as one revision. */
  async put(
    tx: Tx,
    { tenant, county, period }: OutcomeKeys,
    outcomes: Outcomes,
    by: { readonly k: number; readonly account: string; readonly revision: string; readonly number: number },
  ): Promise<Date> {
    const rows = outcomes.bodies.map((one) => ({
      body: one.body,
      gap: isGap(one) ? one.gap : null,
      cells: isGap(one) ? [] : one.cells.map(({ benefits }) => benefits.join(JOINT)),
      children: isGap(one) ? [] : one.cells.map(({ children }) => children),
      grants: isGap(one) ? [] : one.cells.map(({ grants }) => grants),
      none: isGap(one) ? [] : one.none,
      withheld: isGap(one) ? [] : one.withheld,
    }));
    // Arrays of arrays cannot be ragged or pass through unnest, so the numbers travel as JSON.
    const [stored] = await tx.query<{ reportedAt: Date }>({
      text: `INSERT INTO outcome AS o (tenant, period, county, body, scheme, policy, k, gap, cells, children, grants, "none",
               withheld, revision, revision_number, reported_at, reporter)
             SELECT $1, $2, $3, r.body, $4, $5, $6, r.gap, r.cells, r.children, r.grants, r."none", r.withheld, $7, $8,
               now(), $9
             FROM json_to_recordset($10::json) AS r (body text, gap text, cells text[], children int[], grants int[],
               "none" text[], withheld text[])
             ON CONFLICT (tenant, period, county, body) DO UPDATE
               SET gap = excluded.gap, cells = excluded.cells, children = excluded.children, grants = excluded.grants,
                 "none" = excluded."none", withheld = excluded.withheld, revision = excluded.revision,
                 revision_number = excluded.revision_number, reported_at = clock_timestamp(), reporter = excluded.reporter
             RETURNING reported_at AS "reportedAt"`,
      values: [
        tenant,
        period,
        county,
        outcomes.scheme,
        outcomes.policy,
        by.k,
        by.revision,
        by.number,
        by.account,
        JSON.stringify(rows),
      ],
    });
    if (!stored) throw new Error('outcomes were not stored');
    return stored.reportedAt;
  }

  /** Grants of all cells of the newest outcomes before this period by body, of this one where there are none before. */
  async lastGrants(
    tx: Tx,
    { tenant, county, period }: OutcomeKeys,
  ): Promise<Readonly<Record<string, number>>> {
    const rows = await tx.query<{ body: string; grants: number }>({
      text: `SELECT DISTINCT ON (body) body, (SELECT coalesce(sum(g), 0) FROM unnest(o.grants) g)::int AS grants
             FROM outcome o WHERE tenant = $1 AND county = $2 AND period <= $3 AND substr(period, 6, 1) = substr($3, 6, 1) AND gap IS NULL
             ORDER BY body, period = $3, period DESC`,
      values: [tenant, county, period],
    });
    return Object.fromEntries(rows.map(({ body, grants }) => [body, grants]));
  }
}
