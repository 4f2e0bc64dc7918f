/** SQL of the access log: appended by everybody, read by auditors. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { type Entry, type StoredEntry, storedForm } from './entry.ts';
import { sealed } from './leaf.ts';

/** Every filter is optional; all given ones must hold. */
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

/** What `access_entry` calls the fields of an entry. */
const COLUMNS: Readonly<Record<keyof StoredEntry, string>> = {
  tenant: 'tenant',
  id: 'id',
  at: 'at',
  account: 'account',
  system: 'system',
  office: 'office',
  role: 'role',
  scope: 'scope',
  action: 'action',
  region: 'region',
  school: 'school',
  period: 'period',
  release: 'release',
  releaseVersion: 'release_version',
  level: 'level',
  by: '"by"',
  dryRun: 'dry_run',
  purpose: 'purpose',
  decision: 'decision',
  rules: 'rules',
  policy: 'policy',
  token: 'token',
  commitment: 'commitment',
};
const FIELDS = Object.keys(COLUMNS) as (keyof StoredEntry)[];
const SELECTED = FIELDS.map((field) => `${COLUMNS[field]} AS "${field}"`).join(', ');
const INSERTED = [...Object.values(COLUMNS), 'leaf_key', 'leaf'];

@Injectable()
export class AccessLogStore {
  /** Adds one entry with its commitment, sent together with COMMIT; an id that is there already changes nothing. */
  append(tx: Tx, entry: Entry): void {
    const stored = storedForm(entry);
    const { key, leaf } = sealed(stored);
    tx.atEnd({
      name: 'entry-append',
      text: `INSERT INTO access_entry (${INSERTED.join(', ')}) VALUES (${INSERTED.map((_, i) => `$${i + 1}`).join(', ')})
             ON CONFLICT DO NOTHING`,
      values: [...FIELDS.map((field) => stored[field]), key, leaf],
    });
  }

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
               AND ($4::uuid IS NULL OR account = $4) AND ($5::text IS NULL OR office = $5)
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
}
