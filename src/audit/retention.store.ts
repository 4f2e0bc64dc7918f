/** SQL of retention: what still stands in the tree, in its order, when it was signed for, and what goes. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

/** A place among the leaves of all trees. */
export interface LeafPlace {
  readonly tree: number;
  readonly index: number;
}

/** So many leaves of one tree, in its order; what has been erased is passed over. */
export interface LeafPage {
  /** Leaves looked at; fewer than were asked for where the tree ends. */
  readonly leaves: number;
  /** Whether a later tree goes on. */
  readonly isFollowed: boolean;
  /** First leaf whose entry is not old enough; null where there is none. */
  readonly young: number | null;
  /** First leaf before that whose entry is old enough but held. */
  readonly held: number | null;
  /** Entries before the young one that are old enough and not held. */
  readonly due: readonly string[];
}

/** When a checkpoint was signed, in seconds since 1970. */
export interface SignedAt {
  readonly tree: number;
  readonly size: number;
  readonly at: number;
}

@Injectable()
export class RetentionStore {
  /** Leaves from a place on, at most `limit`; read with the rights of an auditor. One look at an index for each. */
  async leaves(
    tx: Tx,
    tenant: string,
    { tree, index }: LeafPlace,
    months: number,
    limit: number,
  ): Promise<LeafPage> {
    const [page] = await tx.query<LeafPage>({
      name: 'retention-leaves',
      text: `WITH leaves AS MATERIALIZED (
               SELECT index, entry FROM log_node
               WHERE tenant = $1 AND tree = $2 AND level = 0 AND index >= $3 ORDER BY index LIMIT $5),
             standing AS MATERIALIZED (
               SELECT l.index, e.id, e.at >= now() - make_interval(months => $4::integer) AS young,
                 EXISTS (SELECT FROM log_hold_standing h
                         WHERE h.tenant = $1 AND e.at >= h.first AND e.at < h.before AND h.holds_until > now()) AS held
               FROM leaves l JOIN access_entry e ON e.tenant = $1 AND e.id = l.entry),
             old AS (
               SELECT * FROM standing
               WHERE index < coalesce((SELECT min(index) FROM standing WHERE young), 9007199254740991))
             SELECT (SELECT count(*)::float8 FROM leaves) AS leaves,
               EXISTS (SELECT FROM log_tree t WHERE t.tenant = $1 AND t.number > $2) AS "isFollowed",
               (SELECT min(index)::float8 FROM standing WHERE young) AS young,
               (SELECT min(index)::float8 FROM old WHERE held) AS held,
               ARRAY(SELECT id::text FROM old WHERE NOT held ORDER BY index) AS due`,
      values: [tenant, tree, index, months, limit],
    });
    if (!page) throw new TypeError('the leaves were not answered');
    return page;
  }

  /** The time by the clock that entries have theirs from, in seconds since 1970. */
  async now(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ now: number }>({
      text: 'SELECT extract(epoch FROM now())::float8 AS now',
    });
    if (!row) throw new TypeError('the database told no time');
    return row.now;
  }

  /** Checkpoints before one, or the newest, the newest first, at most `limit`; read with the rights of an auditor. */
  async signedBefore(
    tx: Tx,
    tenant: string,
    before: SignedAt | undefined,
    limit: number,
  ): Promise<SignedAt[]> {
    return tx.query<SignedAt>({
      name: 'retention-signed',
      text: `SELECT tree, size::float8 AS size, extract(epoch FROM signed_at)::float8 AS at FROM log_checkpoint
             WHERE tenant = $1 AND ($2::integer IS NULL OR (tree, size) < ($2, $3::bigint))
             ORDER BY tree DESC, size DESC LIMIT $4`,
      values: [tenant, before?.tree ?? null, before?.size ?? null, limit],
    });
  }

  /** Erases those of these entries that are older than so many months, numbered and not held, with their keys; how many. */
  async erase(tx: Tx, tenant: string, months: number, entries: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ erased: number }>({
      // The database judges once more: what was read may have been held meanwhile.
      text: `WITH erased AS (
               DELETE FROM access_entry
               WHERE tenant = $1 AND id IN (
                 SELECT id FROM access_entry e
                 WHERE e.tenant = $1 AND e.id = ANY ($3::uuid[]) AND e.at < now() - make_interval(months => $2::integer)
                   AND EXISTS (SELECT FROM log_node n WHERE n.tenant = e.tenant AND n.entry = e.id)
                   AND NOT EXISTS (SELECT FROM log_hold_standing h
                                   WHERE h.tenant = e.tenant AND e.at >= h.first AND e.at < h.before AND h.holds_until > now()))
               RETURNING id)
             SELECT count(*)::int AS erased FROM erased`,
      values: [tenant, months, entries],
    });
    return row?.erased ?? 0;
  }
}
