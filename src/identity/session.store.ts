/** SQL of sessions: families of refresh tokens. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { PageAsked } from '../foundation/http/page.ts';
import type { Proof } from './session-proof.ts';

export interface StoredSession {
  readonly id: string;
  readonly account: string;
  readonly hash: Buffer;
  readonly previousHash: Buffer | null;
  readonly successor: Buffer | null;
  /** Whether it may still be used: not ended, not idle for too long, not older than it may be. */
  readonly isOpen: boolean;
  /** Whether its newest token was given out so lately that the answer may have been lost. */
  readonly isFresh: boolean;
  /** Whole seconds until it ends if it is not used. */
  readonly left: number;
  readonly amr: readonly string[];
  /** Seconds since 1970; 0 where nothing is known. */
  readonly provedAt: number;
}

/** As its owner sees it. */
export interface ListedSession {
  readonly id: string;
  readonly madeAt: Date;
  readonly usedAt: Date;
  readonly endsAt: Date;
}

@Injectable()
export class SessionStore {
  async open(
    tx: Tx,
    session: {
      readonly tenant: string;
      readonly id: string;
      readonly account: string;
      readonly hash: Buffer;
      /** Seconds; likewise `longest`. */
      readonly idle: number;
      readonly longest: number;
      readonly proof: Proof;
    },
  ): Promise<void> {
    const { tenant, id, account, hash, idle, longest, proof } = session;
    await tx.query({
      name: 'session-open',
      // One sign-in at a time erases what was over thirty days ago, and none waits for it.
      text: `WITH turn AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(20643) AS mine),
               over AS (DELETE FROM session s USING turn
                        WHERE turn.mine AND s.tenant = $1 AND s.ends_at < now() - interval '30 days')
             INSERT INTO session (tenant, id, account, hash, idle, ends_at, amr, proved_at)
             VALUES ($1, $2, $3, $4, make_interval(secs => $5), now() + make_interval(secs => $6), $7, to_timestamp($8))`,
      values: [tenant, id, account, hash, idle, longest, proof.amr, proof.at],
    });
  }

  /** What the session has shown, and when last. */
  async prove(tx: Tx, tenant: string, id: string, { amr, at }: Proof): Promise<void> {
    await tx.query({
      text: 'UPDATE session SET amr = $3, proved_at = to_timestamp($4) WHERE tenant = $1 AND id = $2',
      values: [tenant, id, amr, at],
    });
  }

  /** Ends all sessions of the account but this one. */
  async endOthers(tx: Tx, tenant: string, account: string, but: string | undefined): Promise<void> {
    await tx.query({
      text: `UPDATE session SET ended_at = now(), successor = NULL
             WHERE tenant = $1 AND account = $2 AND id IS DISTINCT FROM $3::uuid AND ended_at IS NULL`,
      values: [tenant, account, but ?? null],
    });
  }

  /** The session, locked until the transaction ends: of two that rotate it at once the second one sees the first. */
  async take(tx: Tx, tenant: string, id: string, graceSeconds: number): Promise<StoredSession | undefined> {
    const [session] = await tx.query<StoredSession>({
      name: 'session-take',
      text: `SELECT id, account, hash, previous_hash AS "previousHash", successor,
               ended_at IS NULL AND clock_timestamp() < ends_at AND clock_timestamp() < used_at + idle AS "isOpen",
               coalesce(clock_timestamp() < rotated_at + make_interval(secs => $3), false) AS "isFresh",
               floor(extract(epoch FROM least(ends_at - clock_timestamp(), idle)))::integer AS left,
               amr, coalesce(floor(extract(epoch FROM proved_at)), 0)::float8 AS "provedAt"
             FROM session WHERE tenant = $1 AND id = $2 FOR UPDATE`,
      values: [tenant, id, graceSeconds],
    });
    return session;
  }

  async rotate(
    tx: Tx,
    tenant: string,
    id: string,
    { hash, previousHash, successor }: { hash: Buffer; previousHash: Buffer; successor: Buffer },
  ): Promise<void> {
    await tx.query({
      name: 'session-rotate',
      text: `UPDATE session SET hash = $3, previous_hash = $4, successor = $5,
               rotated_at = clock_timestamp(), used_at = clock_timestamp()
             WHERE tenant = $1 AND id = $2`,
      values: [tenant, id, hash, previousHash, successor],
    });
  }

  /** Ends the account's sessions, or the one of this id; how many there were. */
  async end(tx: Tx, tenant: string, account: string, id?: string): Promise<number> {
    const rows = await tx.query({
      text: `UPDATE session SET ended_at = now(), successor = NULL
             WHERE tenant = $1 AND account = $2 AND ($3::uuid IS NULL OR id = $3) AND ended_at IS NULL RETURNING 1`,
      values: [tenant, account, id ?? null],
    });
    return rows.length;
  }

  /** Those that may still be used, newest first. */
  list(tx: Tx, tenant: string, account: string, { cursor, limit }: PageAsked): Promise<ListedSession[]> {
    return tx.query<ListedSession>({
      text: `SELECT id, made_at AS "madeAt", used_at AS "usedAt", least(ends_at, used_at + idle) AS "endsAt"
             FROM session WHERE tenant = $1 AND account = $2 AND ended_at IS NULL AND now() < least(ends_at, used_at + idle)
               AND ($3::uuid IS NULL OR (made_at, id) < (SELECT c.made_at, c.id FROM session c WHERE c.tenant = $1 AND c.account = $2 AND c.id = $3))
             ORDER BY made_at DESC, id DESC LIMIT $4`,
      values: [tenant, account, cursor ?? null, limit + 1],
    });
  }
}
