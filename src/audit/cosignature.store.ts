/** SQL of the witnesses: what they vouched for, and how far each of them is. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { Checkpoint } from '../merkle/checkpoint.ts';
import { COSIGNED_NOTE } from './log-tree.store.ts';

/** A tree of ours, and whether a note text is a checkpoint that we signed for it. */
export interface CosignedTree {
  readonly number: number;
  readonly verifierKey: string;
  readonly isSigned: boolean;
}

export interface Cosignature {
  /** Verifier key. */
  readonly witness: string;
  /** In the note, with its newline. */
  readonly line: string;
  /** Seconds since 1970-01-01T00:00Z, by the clock of the witness. */
  readonly time: number;
}

/** How far a witness is in the newest tree that is signed. */
export interface Reached {
  readonly witness: string;
  /** Of the largest checkpoint it cosigned, and that one's note; null if there is none. */
  readonly size: number | null;
  readonly note: string | null;
  /** When it saw that, by its clock. */
  readonly at: Date | null;
  /** Seconds since the first checkpoint was signed that it lacks; 0 if it lacks none. */
  readonly lag: number;
  /** It has shown a checkpoint that our key signed and that we do not have. */
  readonly disagrees: boolean;
}

@Injectable()
export class CosignatureStore {
  /** The tree of this origin; undefined if none of ours has it. */
  async treeOf(
    tx: Tx,
    tenant: string,
    { origin, size }: Checkpoint,
    text: string,
  ): Promise<CosignedTree | undefined> {
    const [tree] = await tx.query<CosignedTree>({
      text: `SELECT number, verifier_key AS "verifierKey",
               EXISTS (SELECT FROM log_checkpoint c
                       WHERE c.tenant = t.tenant AND c.tree = t.number AND c.size = $3 AND starts_with(c.note, $4)) AS "isSigned"
             FROM log_tree t WHERE tenant = $1 AND origin = $2`,
      values: [tenant, origin, size, `${text}\n`],
    });
    return tree;
  }

  /** The first one of a witness stays. */
  async add(tx: Tx, tenant: string, tree: number, size: number, { witness, line, time }: Cosignature) {
    await tx.query({
      text: `INSERT INTO log_cosignature (tenant, tree, size, witness, line, seen_at)
             VALUES ($1, $2, $3, $4, $5, to_timestamp($6)) ON CONFLICT DO NOTHING`,
      values: [tenant, tree, size, witness, line, time],
    });
  }

  async disagree(tx: Tx, tenant: string, tree: number, witness: string, note: string): Promise<void> {
    await tx.query({
      text: `INSERT INTO log_disagreement (tenant, tree, witness, note) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      values: [tenant, tree, witness, note],
    });
  }

  /** One for each witness, in the order given. */
  async reached(tx: Tx, tenant: string, witnesses: readonly string[]): Promise<Reached[]> {
    return tx.query<Reached>({
      text: `WITH newest AS (SELECT max(tree) AS tree FROM log_checkpoint WHERE tenant = $1)
             SELECT w.witness, last.size::float8 AS size, last.seen_at AS at,
               (SELECT ${COSIGNED_NOTE} FROM log_checkpoint c
                WHERE c.tenant = $1 AND c.tree = newest.tree AND c.size = last.size),
               coalesce(extract(epoch FROM now() - missed.signed_at), 0)::float8 AS lag,
               EXISTS (SELECT FROM log_disagreement d
                       WHERE d.tenant = $1 AND d.tree = newest.tree AND d.witness = w.witness) AS disagrees
             FROM newest CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS w (witness, place)
             LEFT JOIN LATERAL (SELECT size, seen_at FROM log_cosignature s
                                WHERE s.tenant = $1 AND s.tree = newest.tree AND s.witness = w.witness
                                ORDER BY size DESC LIMIT 1) last ON true
             LEFT JOIN LATERAL (SELECT signed_at FROM log_checkpoint c
                                WHERE c.tenant = $1 AND c.tree = newest.tree AND c.size > coalesce(last.size, -1)
                                ORDER BY size LIMIT 1) missed ON true
             ORDER BY w.place`,
      values: [tenant, witnesses],
    });
  }
}
