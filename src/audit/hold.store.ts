/** SQL of holds. How one stands is worked out by the view `log_hold_standing`, for all who ask. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PageAsked } from '../foundation/http/page.ts';

/** Whoever speaks of a hold. */
export interface Holder {
  readonly tenant: string;
  readonly role: string;
  readonly account: string;
  readonly person: string;
}

export interface HoldTime {
  readonly first: Date;
  readonly before: Date;
  readonly keepUntil: Date;
}

export interface Hold extends HoldTime {
  readonly id: string;
  readonly state: 'asked' | 'confirmed' | 'declined' | 'lifted';
  readonly holdsUntil: Date | null;
  readonly askedAt: Date;
  readonly account: string;
  /** Null where it was asked for before there were two. */
  readonly person: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly liftAskedBy: 'protection-officer' | 'auditor' | null;
}

/** What speaks against a hold; the database's clock is the judge. */
export interface AskedHold {
  readonly isFuture: boolean;
  readonly isShort: boolean;
  readonly isAskedAlready: boolean;
  readonly isDeclinedLately: boolean;
  readonly isStored: boolean;
}

const COLUMNS = `id, first, before, keep_until AS "keepUntil", state, holds_until AS "holdsUntil", asked_at AS "askedAt",
  account, person, answered_at AS "answeredAt", answered_by AS "answeredBy", lift_asked_by AS "liftAskedBy"`;

@Injectable()
export class HoldStore {
  /** Asks for a hold of this id; stores nothing where something speaks against it. */
  async ask(tx: Tx, holder: Holder, id: string, { first, before, keepUntil }: HoldTime): Promise<AskedHold> {
    const [row] = await tx.query<AskedHold>({
      text: `WITH asked AS MATERIALIZED (
               SELECT $7::timestamptz > now() AS "isFuture", $7 <= now() + interval '12 months' AS "isShort",
                 -- Else one person alone could ask again every two weeks.
                 EXISTS (SELECT FROM log_hold_standing
                         WHERE tenant = $1 AND state = 'asked' AND first < $6 AND before > $5::timestamptz) AS "isAskedAlready",
                 -- Nor hold by request after request what was declined: what is due meanwhile goes.
                 EXISTS (SELECT FROM log_hold_standing WHERE tenant = $1 AND state = 'declined' AND first < $6
                           AND before > $5::timestamptz AND answered_at > now() - interval '14 days') AS "isDeclinedLately"
             ), stored AS (
               INSERT INTO log_hold (tenant, id, account, person, first, before, keep_until)
               SELECT $1, $2, $3, $4, $5, $6, $7 FROM asked
               WHERE "isFuture" AND "isShort" AND NOT "isAskedAlready" AND NOT "isDeclinedLately" RETURNING id)
             SELECT *, EXISTS (SELECT FROM stored) AS "isStored" FROM asked`,
      values: [holder.tenant, id, holder.account, holder.person, first, before, keepUntil],
    });
    if (!row) throw new TypeError('one row answers whether a hold was stored');
    return row;
  }

  /** Newest first, those after `cursor`, one more than `limit` where there are more. */
  list(tx: Tx, tenant: string, { cursor, limit }: PageAsked): Promise<Hold[]> {
    return tx.query<Hold>({
      text: `SELECT ${COLUMNS} FROM log_hold_standing WHERE tenant = $1 AND ($2::uuid IS NULL
               OR (asked_at, id) < (SELECT asked_at, id FROM log_hold_standing WHERE tenant = $1 AND id = $2))
             ORDER BY asked_at DESC, id DESC LIMIT $3`,
      values: [tenant, cursor ?? null, limit + 1],
    });
  }

  /** As it stands; undefined if there is none. */
  async one(tx: Tx, tenant: string, id: string): Promise<Hold | undefined> {
    const [hold] = await tx.query<Hold>({
      text: `SELECT ${COLUMNS} FROM log_hold_standing WHERE tenant = $1 AND id = $2`,
      values: [tenant, id],
    });
    return hold;
  }

  async say(
    tx: Tx,
    { tenant, role, account, person }: Holder,
    id: string,
    word: 'confirm' | 'decline' | 'lift',
  ): Promise<void> {
    await tx.query({
      text: `INSERT INTO log_hold_word (tenant, hold, word, role, account, person) VALUES ($1, $2, $3, $4, $5, $6)`,
      values: [tenant, id, word, role, account, person],
    });
  }
}
