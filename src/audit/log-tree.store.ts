/** SQL of the tree over the access log: what waits for a number, hashes, heads and checkpoints. */
import { Injectable } from '@nestjs/common';
import { step } from '../foundation/step.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { StoredNode } from '../merkle/edge.ts';
import type { HashReader } from '../merkle/prove.ts';
import type { TreeHead } from '../merkle/tree.ts';

/** Any number will do that no other lock of ours takes. */
const SEQUENCER_LOCK = 20_633;

/** The newest tree of a Land, as the database holds it. */
export interface LogTree extends TreeHead {
  readonly number: number;
  readonly origin: string;
  readonly verifierKey: string;
  /** Leaves that the newest checkpoint vouches for; null if none was signed yet. */
  readonly signed: number | null;
}

/** A committed entry without a number. */
export interface Pending {
  readonly entry: string;
  /** The commitment to it. */
  readonly leaf: Buffer;
}

/** A hash to be stored; of a leaf with the entry it stands for. */
export interface NewNode extends StoredNode {
  readonly entry: string | null;
}

/** Place and leaf hash of an entry. */
export interface Leaf {
  readonly tree: number;
  readonly index: number;
  readonly hash: Buffer;
}

export interface LogFigures {
  /** Leaves of the newest tree. */
  readonly size: number;
  /** Seconds since an entry was committed that no checkpoint vouches for yet. */
  readonly lag: number;
  /** Rows that waited for a number and were no entry. */
  readonly strays: number;
}

/** A signed checkpoint over so many leaves. */
export interface KeptNote {
  readonly tree: number;
  readonly size: number;
  readonly note: string;
}

/** Column of a row `c` of log_checkpoint: its note, with the cosignatures in hand. */
export const COSIGNED_NOTE = `c.note || coalesce(
  (SELECT string_agg(s.line, '' ORDER BY s.witness) FROM log_cosignature s
   WHERE s.tenant = c.tenant AND s.tree = c.tree AND s.size = c.size), '') AS note`;

@Injectable()
export class LogTreeStore {
  /** Whether this transaction, and no other, may grow or sign the Land's tree until it ends. */
  async lead(tx: Tx, tenant: string): Promise<boolean> {
    const [row] = await tx.query<{ leads: boolean }>({
      name: 'log-lead',
      text: `SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS leads`,
      values: [SEQUENCER_LOCK, tenant],
    });
    return row?.leads === true;
  }

  async newest(tx: Tx, tenant: string): Promise<LogTree | undefined> {
    const [tree] = await tx.query<LogTree>({
      name: 'log-newest',
      text: `SELECT number, origin, verifier_key AS "verifierKey", size::float8 AS size, root,
               (SELECT max(size)::float8 FROM log_checkpoint c WHERE c.tenant = t.tenant AND c.tree = t.number) AS signed
             FROM log_tree t WHERE tenant = $1 ORDER BY number DESC LIMIT 1`,
      values: [tenant],
    });
    return tree;
  }

  async begin(tx: Tx, tenant: string, tree: Omit<LogTree, 'signed'>, link: string | null): Promise<void> {
    await tx.query({
      name: 'log-begin',
      text: `INSERT INTO log_tree (tenant, number, origin, verifier_key, size, root, link) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [tenant, tree.number, tree.origin, tree.verifierKey, tree.size, tree.root, link],
    });
  }

  /**
   * Takes at most `limit` rows out of those that wait, the oldest of them first. Rows behind which no entry stands, or
   * one that has its number, are set aside: they must not stop those that come after them. How many were set aside.
   */
  async take(tx: Tx, tenant: string, limit: number): Promise<{ entries: Pending[]; strays: number }> {
    const [taken] = await tx.query<{ entries: string[] | null; leaves: Buffer | null; strays: number }>({
      name: 'log-take',
      // In one row: thousands would cost more to read than to number.
      text: `WITH taken AS (
               DELETE FROM log_pending
               WHERE ctid = ANY (ARRAY (SELECT ctid FROM log_pending WHERE tenant = $1 LIMIT $2))
               RETURNING entry, at, leaf),
             judged AS (
               SELECT t.*, row_number() OVER (PARTITION BY entry, leaf) = 1
                   AND EXISTS (SELECT FROM access_entry e WHERE e.tenant = $1 AND e.id = t.entry AND e.leaf = t.leaf)
                   AND NOT EXISTS (SELECT FROM log_node n WHERE n.tenant = $1 AND n.entry = t.entry) AS is_entry
               FROM taken t),
             strays AS (
               INSERT INTO log_stray (tenant, entry, at, leaf) SELECT $1, entry, at, leaf FROM judged WHERE NOT is_entry)
             SELECT array_agg(entry::text ORDER BY at, entry) FILTER (WHERE is_entry) AS entries,
               string_agg(leaf, '' ORDER BY at, entry) FILTER (WHERE is_entry) AS leaves,
               count(*) FILTER (WHERE NOT is_entry)::float8 AS strays
             FROM judged`,
      values: [tenant, limit],
    });
    const leaves = taken?.leaves ?? Buffer.alloc(0);
    const entries = (taken?.entries ?? []).map((entry, at) => ({
      entry,
      leaf: leaves.subarray(32 * at, 32 * (at + 1)),
    }));
    return { entries, strays: taken?.strays ?? 0 };
  }

  async addNodes(tx: Tx, tenant: string, tree: number, nodes: readonly NewNode[]): Promise<void> {
    await tx.query({
      name: 'log-grow',
      // All hashes in one value: as an array they would travel as text.
      text: `INSERT INTO log_node (tenant, tree, level, index, hash, entry)
             SELECT $1, $2, level, index, substring($3::bytea FROM (32 * place - 31)::integer FOR 32), entry
             FROM unnest($4::smallint[], $5::bigint[], $6::uuid[]) WITH ORDINALITY AS node (level, index, entry, place)`,
      values: [
        tenant,
        tree,
        Buffer.concat(nodes.map(({ hash }) => hash)),
        nodes.map(({ level }) => level),
        nodes.map(({ index }) => index),
        nodes.map(({ entry }) => entry),
      ],
    });
  }

  /** Puts a larger head in the place of `from`; false if that is no longer the head. */
  async advance(tx: Tx, tenant: string, from: LogTree, to: TreeHead): Promise<boolean> {
    const moved = await tx.query({
      name: 'log-advance',
      text: `UPDATE log_tree SET size = $3, root = $4, unsigned_since = CASE WHEN $7 THEN now() ELSE unsigned_since END
             WHERE tenant = $1 AND number = $2 AND size = $5 AND root = $6 RETURNING size`,
      values: [
        tenant,
        from.number,
        to.size,
        Buffer.from(to.root),
        from.size,
        from.root,
        (from.signed ?? 0) >= from.size,
      ],
    });
    return moved.length === 1;
  }

  async keep(tx: Tx, tenant: string, tree: LogTree, note: string): Promise<void> {
    await tx.query({
      name: 'log-keep',
      text: `INSERT INTO log_checkpoint (tenant, tree, size, note) VALUES ($1, $2, $3, $4)`,
      values: [tenant, tree.number, tree.size, note],
    });
  }

  /** Where an entry stands; erased ones keep their place. */
  async leafOf(tx: Tx, tenant: string, entry: string): Promise<Leaf | undefined> {
    const [leaf] = await tx.query<Leaf>({
      text: `SELECT tree, index::float8 AS index, hash FROM log_node WHERE tenant = $1 AND entry = $2`,
      values: [tenant, entry],
    });
    return leaf;
  }

  /** The newest checkpoint of a tree, or of the newest tree that has one, with the cosignatures in hand. */
  async newestNote(tx: Tx, tenant: string, tree?: number): Promise<KeptNote | undefined> {
    const [note] = await tx.query<KeptNote>({
      text: `SELECT tree, size::float8 AS size, ${COSIGNED_NOTE} FROM log_checkpoint c
             WHERE tenant = $1 AND ($2::integer IS NULL OR tree = $2) ORDER BY tree DESC, size DESC LIMIT 1`,
      values: [tenant, tree ?? null],
    });
    return note;
  }

  /** One person wants a new log. */
  async askToReopen(tx: Tx, tenant: string, account: string, person: string): Promise<void> {
    await tx.query({
      text: `INSERT INTO log_reopening (tenant, account, person) VALUES ($1, $2, $3)`,
      values: [tenant, account, person],
    });
    step('log.reopening-asked');
  }

  /** Whether two persons want a new log; what they wanted of the one before, or an hour ago, counts no more. */
  async isReopeningAsked(tx: Tx, tenant: string): Promise<boolean> {
    const [row] = await tx.query<{ asked: boolean }>({
      name: 'log-reopening',
      text: `SELECT count(DISTINCT person) >= 2 AS asked FROM log_reopening
             WHERE tenant = $1 AND asked_at > now() - interval '1 hour'
               AND asked_at > (SELECT max(opened_at) FROM log_tree t WHERE t.tenant = $1)`,
      values: [tenant],
    });
    return row?.asked === true;
  }

  /** How many committed entries have no number yet. */
  async waiting(tx: Tx, tenant: string): Promise<number> {
    const [row] = await tx.query<{ waiting: number }>({
      text: `SELECT count(*)::float8 AS waiting FROM log_pending WHERE tenant = $1`,
      values: [tenant],
    });
    return row?.waiting ?? 0;
  }

  /** How many rows that waited were no entry. */
  async strays(tx: Tx, tenant: string): Promise<number> {
    const [row] = await tx.query<{ strays: number }>({
      text: `SELECT count(*)::float8 AS strays FROM log_stray WHERE tenant = $1`,
      values: [tenant],
    });
    return row?.strays ?? 0;
  }

  /** How large the newest tree is, and how late. */
  async figures(tx: Tx, tenant: string): Promise<LogFigures | undefined> {
    const [row] = await tx.query<LogFigures>({
      name: 'log-figures',
      text: `SELECT t.size::float8 AS size, coalesce(greatest(0, extract(epoch FROM now() - least(
               (SELECT min(at) FROM log_pending p WHERE p.tenant = t.tenant),
               CASE WHEN t.size > coalesce((SELECT max(size) FROM log_checkpoint c
                                            WHERE c.tenant = t.tenant AND c.tree = t.number), 0)
                 THEN coalesce(t.unsigned_since, t.opened_at) END))), 0)::float8 AS lag,
               (SELECT count(*)::float8 FROM log_stray s WHERE s.tenant = t.tenant) AS strays
             FROM log_tree t WHERE tenant = $1 ORDER BY number DESC LIMIT 1`,
      values: [tenant],
    });
    return row;
  }

  /** The stored hashes of one tree. */
  reader(tx: Tx, tenant: string, tree: number): HashReader {
    return {
      async readHashes(nodes) {
        const rows = await tx.query<{ hash: Buffer | null }>({
          name: 'log-hashes',
          // One look at the index each: as a join, a table that grew since its statistics were taken is read as a whole.
          text: `SELECT (SELECT n.hash FROM log_node n
                         WHERE n.tenant = $1 AND n.tree = $2 AND n.level = asked.level AND n.index = asked.index) AS hash
                 FROM unnest($3::smallint[], $4::bigint[]) WITH ORDINALITY AS asked (level, index, place)
                 ORDER BY asked.place`,
          values: [tenant, tree, nodes.map(({ level }) => level), nodes.map(({ index }) => index)],
        });
        return rows.flatMap(({ hash }) => hash ?? []);
      },
    };
  }
}
