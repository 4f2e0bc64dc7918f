/** SQL of reservations. Row-level security says who states, answers and takes back which. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { Concern, Norm, Response } from '../rules/reservation.ts';

export interface ReservationPlace {
  readonly region: RegionKey;
  readonly period: PeriodKey;
}

export interface Reservation {
  readonly region: RegionKey;
  readonly code: Concern;
  readonly statedAt: Date;
  readonly answer: Response | null;
  readonly norm: Norm | null;
  readonly answeredAt: Date | null;
}

/** How many counties of a district state a reservation, and how many of them have an answer; of the Land itself one. */
export interface CountedReservations {
  readonly region: RegionKey;
  readonly code: Concern;
  readonly stated: number;
  readonly answered: number;
}

@Injectable()
export class ReservationStore {
  /** Those within a region, by place and code; of a district, a county or the Land those of the Land too, as they concern all. */
  list(tx: Tx, tenant: string, { region, period }: ReservationPlace): Promise<Reservation[]> {
    return tx.query<Reservation>({
      text: `SELECT region, code, stated_at AS "statedAt", answer, norm, answered_at AS "answeredAt" FROM reservation
             WHERE tenant = $1 AND period = $2 AND (starts_with(region, $3) OR region = tenant) ORDER BY region, code`,
      values: [tenant, period, region],
    });
  }

  /** By district and code; those of the Land stand under its own key. */
  counted(tx: Tx, tenant: string, period: PeriodKey): Promise<CountedReservations[]> {
    return tx.query<CountedReservations>({
      text: `SELECT left(region, 3) AS region, code, count(*)::int AS stated, count(answer)::int AS answered
             FROM reservation WHERE tenant = $1 AND period = $2 GROUP BY 1, 2 ORDER BY 1, 2`,
      values: [tenant, period],
    });
  }

  /** Whether the protection officer has stated one that the state has not answered. */
  async isBlocked(tx: Tx, tenant: string, period: PeriodKey): Promise<boolean> {
    const rows = await tx.query({
      text: 'SELECT FROM reservation WHERE tenant = $1 AND period = $2 AND region = $1 AND answer IS NULL LIMIT 1',
      values: [tenant, period],
    });
    return rows.length > 0;
  }

  /** Does nothing where it stands already. */
  async state(
    tx: Tx,
    tenant: string,
    { region, period }: ReservationPlace,
    code: Concern,
    account: string,
  ): Promise<void> {
    await tx.query({
      text: `INSERT INTO reservation (tenant, period, region, code, stated_by) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING`,
      values: [tenant, period, region, code, account],
    });
  }

  /** False where there is none, or it was answered. */
  async withdraw(
    tx: Tx,
    tenant: string,
    { region, period }: ReservationPlace,
    code: Concern,
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `DELETE FROM reservation WHERE tenant = $1 AND period = $2 AND region = $3 AND code = $4 AND answer IS NULL RETURNING 1`,
      values: [tenant, period, region, code],
    });
    return rows.length > 0;
  }

  /** False where there is none, or somebody was quicker. */
  async answer(
    tx: Tx,
    tenant: string,
    { region, period }: ReservationPlace,
    { code, answer, norm, account }: { code: Concern; answer: Response; norm: Norm | null; account: string },
  ): Promise<boolean> {
    const rows = await tx.query({
      text: `UPDATE reservation SET answer = $5, norm = $6, answered_at = now(), answered_by = $7
             WHERE tenant = $1 AND period = $2 AND region = $3 AND code = $4 AND answer IS NULL RETURNING 1`,
      values: [tenant, period, region, code, answer, norm, account],
    });
    return rows.length > 0;
  }
}
