/** SQL of a bundle: which signed heads lie around a time, and the leaves and checkpoints between them. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { SELECTED } from '../access/access-log.ts';
import type { StoredEntry } from '../access/entry-fields.ts';
import { COSIGNED_NOTE } from './log-tree.store.ts';

/** So many leaves of a tree, with a signed checkpoint over them. */
export interface SignedHead {
  readonly tree: number;
  readonly size: number;
  readonly at: Date;
}

/** A tree that was signed for. */
export interface SignedTree {
  readonly number: number;
  readonly origin: string;
  readonly verifierKey: string;
  /** Leaves under its newest checkpoint. */
  readonly signed: number;
  /** Of a log that was opened anew: the last checkpoint of the one before. */
  readonly link: string | null;
  /** When the last checkpoint of an earlier log was signed, or this log begun. */
  readonly since: Date;
}

/** A leaf, with its entry unless that is erased, or due to be. */
export interface BundledLeaf {
  readonly index: number;
  readonly hash: Buffer;
  readonly open: { readonly entry: StoredEntry; readonly key: Buffer } | null;
}

/** Leaves of a tree from `first` up to, without, `end`. */
export interface LeafSpan {
  readonly tree: number;
  readonly first: number;
  readonly end: number;
}

/** By how much clocks may differ, and how long an entry may be on its way into a checkpoint. */
const SLACK = `interval '10 minutes'`;

/** Read once, for a million entries ask them. */
const HOLDS = `holds AS MATERIALIZED (
  SELECT first, before, holds_until FROM log_hold_standing WHERE tenant = $1 AND holds_until IS NOT NULL)`;
/** When an entry is to be erased; $5 are the months of the setting. */
const DUE = `greatest(e.at + make_interval(months => $5::integer),
  (SELECT max(h.holds_until) FROM holds h WHERE e.at >= h.first AND e.at < h.before))`;

@Injectable()
export class LogBundleStore {
  /** By the clock that entries have their time from. */
  async now(tx: Tx): Promise<Date> {
    const [row] = await tx.query<{ now: Date }>({ text: 'SELECT clock_timestamp() AS now' });
    if (!row) throw new TypeError('the database told no time');
    return row.now;
  }

  /** The last head that was signed before this time; undefined if there was none yet. */
  async headBefore(tx: Tx, tenant: string, time: Date): Promise<SignedHead | undefined> {
    const [head] = await tx.query<SignedHead>({
      text: `SELECT tree, size::float8 AS size, signed_at AS at FROM log_checkpoint
             WHERE tenant = $1 AND signed_at < $2::timestamptz - ${SLACK} ORDER BY tree DESC, size DESC LIMIT 1`,
      values: [tenant, time],
    });
    return head;
  }

  /** The first head that was signed after this time, or the newest; undefined if nothing is signed. */
  async headAfter(tx: Tx, tenant: string, time: Date): Promise<SignedHead | undefined> {
    const [head] = await tx.query<SignedHead>({
      text: `(SELECT tree, size::float8 AS size, signed_at AS at FROM log_checkpoint
              WHERE tenant = $1 AND signed_at >= $2::timestamptz + ${SLACK} ORDER BY tree, size LIMIT 1)
             UNION ALL
             (SELECT tree, size::float8, signed_at FROM log_checkpoint WHERE tenant = $1 ORDER BY tree DESC, size DESC LIMIT 1)
             LIMIT 1`,
      values: [tenant, time],
    });
    return head;
  }

  /** Trees with a checkpoint, in their order. */
  async trees(tx: Tx, tenant: string): Promise<SignedTree[]> {
    return tx.query<SignedTree>({
      text: `SELECT * FROM (
               SELECT number, origin, verifier_key AS "verifierKey", link,
                 (SELECT max(size)::float8 FROM log_checkpoint c WHERE c.tenant = t.tenant AND c.tree = t.number) AS signed,
                 coalesce((SELECT max(signed_at) FROM log_checkpoint c WHERE c.tenant = t.tenant AND c.tree < t.number), opened_at) AS since
               FROM log_tree t WHERE tenant = $1) AS tree
             WHERE signed IS NOT NULL ORDER BY number`,
      values: [tenant],
    });
  }

  /** When the first of these entries is due for erasure; null if none is left that is not due yet. */
  async firstDue(
    tx: Tx,
    tenant: string,
    { tree, first, end }: LeafSpan,
    months: number,
  ): Promise<Date | null> {
    const [row] = await tx.query<{ due: Date | null }>({
      text: `WITH ${HOLDS}, dues AS MATERIALIZED (
               SELECT ${DUE} AS due FROM log_node n JOIN access_entry e ON e.tenant = n.tenant AND e.id = n.entry
               WHERE n.tenant = $1 AND n.tree = $2 AND n.level = 0 AND n.index >= $3 AND n.index < $4)
             SELECT min(due) AS due FROM dues WHERE due > now()`,
      values: [tenant, tree, first, end, months],
    });
    return row?.due ?? null;
  }

  /** In the order of the tree. */
  async leaves(
    tx: Tx,
    tenant: string,
    { tree, first, end }: LeafSpan,
    months: number,
  ): Promise<BundledLeaf[]> {
    const rows = await tx.query<StoredEntry & { index: number; hash: Buffer; key: Buffer | null }>({
      name: 'log-bundle-leaves',
      text: `WITH ${HOLDS} SELECT n.index::float8 AS index, n.hash, e.*
             FROM log_node n LEFT JOIN LATERAL (
               SELECT ${SELECTED}, leaf_key AS key FROM access_entry e
               WHERE e.tenant = n.tenant AND e.id = n.entry AND ${DUE} > now()) AS e ON true
             WHERE n.tenant = $1 AND n.tree = $2 AND n.level = 0 AND n.index >= $3 AND n.index < $4
             ORDER BY n.index`,
      values: [tenant, tree, first, end, months],
    });
    return rows.map(({ index, hash, key, ...entry }) => ({ index, hash, open: key ? { entry, key } : null }));
  }

  /** Notes of the checkpoints over `least` to `most` leaves, with the cosignatures in hand, sizes rising. */
  async notes(tx: Tx, tenant: string, tree: number, least: number, most: number): Promise<string[]> {
    const rows = await tx.query<{ note: string }>({
      name: 'log-bundle-notes',
      text: `SELECT ${COSIGNED_NOTE} FROM log_checkpoint c
             WHERE tenant = $1 AND tree = $2 AND size BETWEEN $3 AND $4 ORDER BY size`,
      values: [tenant, tree, least, most],
    });
    return rows.map(({ note }) => note);
  }
}
