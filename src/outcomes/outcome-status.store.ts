/** SQL of which body of which county has handed in: whether and when, never what. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { Gap } from '../rules/outcome.ts';
import { type PeriodKey, firstDay, lastDay } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';

export const OUTCOME_STATUSES = ['reported', 'in-gap', 'missing'] as const;
export type OutcomeStatus = (typeof OUTCOME_STATUSES)[number];

export interface BodyStatus {
  readonly region: RegionKey;
  readonly name: string;
  readonly body: string;
  readonly status: OutcomeStatus;
  /** Why there are no numbers, where somebody said so. */
  readonly gap: Gap | null;
  readonly reportedAt: Date | null;
}

@Injectable()
export class OutcomeStatusStore {
  /** Each body of each county of a region that there is in the period, by county and in the order of the bodies. */
  bodies(
    tx: Tx,
    {
      tenant,
      period,
      region,
    }: { readonly tenant: string; readonly period: PeriodKey; readonly region: RegionKey },
    bodies: readonly string[],
  ): Promise<BodyStatus[]> {
    return tx.query({
      text: `SELECT n.key AS region, n.name, b.body, o.gap, o.reported_at AS "reportedAt",
               CASE WHEN o.body IS NULL THEN 'missing' WHEN o.gap IS NULL THEN 'reported' ELSE 'in-gap' END AS status
             FROM region n CROSS JOIN unnest($4::text[]) WITH ORDINALITY AS b (body, place)
               LEFT JOIN outcome o ON o.tenant = n.tenant AND o.period = $2 AND o.county = n.key AND o.body = b.body
             WHERE n.tenant = $1 AND length(n.key) = 5 AND n.key >= $3 AND n.key < $3 || ':'
               AND n.valid_from <= $6 AND (n.valid_to IS NULL OR n.valid_to >= $5)
             ORDER BY n.key, b.place`,
      values: [tenant, period, region, bodies, firstDay(period), lastDay(period)],
    });
  }
}
