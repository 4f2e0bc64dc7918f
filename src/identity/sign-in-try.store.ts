/** SQL of tries at accounts: how many there were within the last hour, under keys that name nobody. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { Counter } from './lanes.ts';

/** A counter after a try was added to it. */
export interface Count {
  readonly key: Buffer;
  /** Tries of the last hour, with this one. */
  readonly tries: number;
  /** Seconds until the oldest of them counts no more. */
  readonly wait: number;
  /** When this one was, as the database writes it. */
  readonly at: string;
}

const HOUR = `interval '1 hour'`;

@Injectable()
export class SignInTryStore {
  /** Adds a try to each; exact, as each row stays locked until the transaction ends. Rows are locked in one order. */
  add(tx: Tx, tenant: string, counters: readonly Counter[]): Promise<Count[]> {
    return tx.query<Count>({
      name: 'try-add',
      text: `INSERT INTO sign_in_try AS t (tenant, key, account, tries, ends_at)
             SELECT $1, key, account, ARRAY[now()], now() + ${HOUR}
             FROM unnest($2::bytea[], $3::bytea[]) AS asked (key, account) ORDER BY key
             ON CONFLICT (tenant, key) DO UPDATE SET ends_at = now() + ${HOUR},
               tries = ARRAY(SELECT at FROM unnest(t.tries) AS at WHERE at > now() - ${HOUR} ORDER BY at) || now()
             RETURNING key, cardinality(tries) AS tries, now()::text AS at,
               greatest(1, ceil(extract(epoch FROM tries[1] + ${HOUR} - now())))::integer AS wait`,
      values: [tenant, counters.map(({ key }) => key), counters.map(({ account }) => account ?? null)],
    });
  }

  /** Takes the try of that moment away again, once. */
  async takeAway(tx: Tx, tenant: string, keys: readonly Buffer[], at: string): Promise<void> {
    await tx.query({
      name: 'try-take-away',
      text: `WITH held AS (
               SELECT key FROM sign_in_try WHERE tenant = $1 AND key = ANY ($2::bytea[]) ORDER BY key FOR UPDATE)
             UPDATE sign_in_try t SET tries = t.tries[:array_position(t.tries, $3::timestamptz) - 1]
               || t.tries[array_position(t.tries, $3::timestamptz) + 1:]
             FROM held WHERE t.tenant = $1 AND t.key = held.key AND $3::timestamptz = ANY (t.tries)`,
      values: [tenant, keys, at],
    });
  }

  /** A new code is not to suffer from what was tried at the one before. */
  async forget(tx: Tx, tenant: string, account: Buffer): Promise<void> {
    await tx.query({
      text: `UPDATE sign_in_try SET tries = '{}' WHERE tenant = $1 AND account = $2`,
      values: [tenant, account],
    });
  }

  /** Removes at most `limit` that are over; how many there were. */
  async clear(tx: Tx, tenant: string, limit: number): Promise<number> {
    const rows = await tx.query({
      text: `DELETE FROM sign_in_try WHERE tenant = $1 AND key IN (
               SELECT key FROM sign_in_try WHERE tenant = $1 AND ends_at < now() LIMIT $2 FOR UPDATE SKIP LOCKED)
             AND ends_at < now() RETURNING 1`,
      values: [tenant, limit],
    });
    return rows.length;
  }
}
