/** SQL of the entries, for auditors and for retention. */
import { Injectable } from '@nestjs/common';
import { SELECTED } from '../access/access-log.ts';
import type { StoredEntry } from '../access/entry.ts';
import type { Tx } from '../foundation/database/tx.ts';

/** Every filter is optional; all given ones must hold. An account's entries are its acts, and sign-ins to it that were refused. */
export interface EntryFilter {
  readonly from?: Date;
  readonly to?: Date;
  readonly account?: string;
  readonly office?: string;
  readonly role?: string;
  readonly action?: string;
  readonly region?: string;
  readonly school?: string;
  readonly period?: string;
  readonly purpose?: string;
  readonly decision?: string;
}

/** Where a page ended: entries strictly older than this come next. */
export interface Cursor {
  readonly at: Date;
  readonly id: string;
}

@Injectable()
export class EntryStore {
  /** Newest first, at most `limit`. */
  async find(
    tx: Tx,
    tenant: string,
    filter: EntryFilter,
    after: Cursor | undefined,
    limit: number,
  ): Promise<StoredEntry[]> {
    return tx.query<StoredEntry>({
      text: `SELECT ${SELECTED}
             FROM access_entry
             WHERE tenant = $1
               AND ($2::timestamptz IS NULL OR at >= $2) AND ($3::timestamptz IS NULL OR at < $3)
               AND ($4::uuid IS NULL OR account = $4 OR (action = 'session.create' AND subject = $4)) AND ($5::text IS NULL OR office = $5)
               AND ($6::text IS NULL OR role = $6) AND ($7::text IS NULL OR action = $7)
               AND ($8::text IS NULL OR starts_with(region, $8)) AND ($9::text IS NULL OR school = $9)
               AND ($10::text IS NULL OR period = $10) AND ($11::text IS NULL OR purpose = $11)
               AND ($12::text IS NULL OR decision = $12)
               AND ($13::timestamptz IS NULL OR (at, id) < ($13, $14::uuid))
             ORDER BY at DESC, id DESC LIMIT $15`,
      values: [
        tenant,
        filter.from ?? null,
        filter.to ?? null,
        filter.account ?? null,
        filter.office ?? null,
        filter.role ?? null,
        filter.action ?? null,
        filter.region ?? null,
        filter.school ?? null,
        filter.period ?? null,
        filter.purpose ?? null,
        filter.decision ?? null,
        after?.at ?? null,
        after?.id ?? null,
        limit,
      ],
    });
  }

  /** One entry with the key of its commitment, null for one from before the tree; undefined if it is not there, or no more. */
  async one(
    tx: Tx,
    tenant: string,
    id: string,
  ): Promise<{ entry: StoredEntry; key: Buffer | null } | undefined> {
    const [row] = await tx.query<StoredEntry & { key: Buffer | null }>({
      text: `SELECT ${SELECTED}, leaf_key AS key FROM access_entry WHERE tenant = $1 AND id = $2`,
      values: [tenant, id],
    });
    if (!row) return undefined;
    const { key, ...entry } = row;
    return { entry, key };
  }

  /** Whether an entry is older than so many months, numbered, and not held. */
  async hasExpired(tx: Tx, tenant: string, months: number): Promise<boolean> {
    const found = await tx.query({
      text: `SELECT FROM access_entry e WHERE ${EXPIRED} LIMIT 1`,
      values: [tenant, months],
    });
    return found.length > 0;
  }

  /** Erases at most `limit` of them with the keys of their commitments; how many. */
  async erase(tx: Tx, tenant: string, months: number, limit: number): Promise<number> {
    const [row] = await tx.query<{ erased: number }>({
      text: `WITH erased AS (
               DELETE FROM access_entry
               WHERE tenant = $1 AND id IN (SELECT id FROM access_entry e WHERE ${EXPIRED} LIMIT $3) RETURNING id)
             SELECT count(*)::int AS erased FROM erased`,
      values: [tenant, months, limit],
    });
    return row?.erased ?? 0;
  }
}

/** What is not numbered yet stays: its proof would be lost. */
const EXPIRED = `e.tenant = $1 AND e.at < now() - make_interval(months => $2::integer)
  AND EXISTS (SELECT FROM log_node n WHERE n.tenant = e.tenant AND n.entry = e.id)
  AND NOT EXISTS (SELECT FROM log_hold_standing h
                  WHERE h.tenant = e.tenant AND e.at >= h.first AND e.at < h.before AND h.holds_until > now())`;
