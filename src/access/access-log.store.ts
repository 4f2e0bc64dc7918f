/** SQL of the access log: appended by everybody, read by auditors. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { type Decision, type Entry, columnsOf } from './entry.ts';

/** One stored entry as an auditor reads it. */
export interface StoredEntry {
  readonly id: string;
  readonly at: Date;
  readonly account: string | null;
  readonly system: string | null;
  readonly office: string | null;
  readonly role: string | null;
  readonly scope: string | null;
  readonly action: string;
  readonly region: string | null;
  readonly school: string | null;
  readonly period: string | null;
  readonly release: string | null;
  readonly releaseVersion: number | null;
  readonly level: string | null;
  readonly by: string | null;
  readonly dryRun: boolean;
  readonly purpose: string | null;
  readonly decision: Decision;
  readonly rules: string[];
  readonly policy: number | null;
  readonly token: string | null;
  readonly commitment: Buffer | null;
}

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

const COLUMNS = `tenant, id, at, account, system, office, role, scope, action, region, school, period, release,
  release_version, level, "by", dry_run, purpose, decision, rules, policy, token, commitment`;

@Injectable()
export class AccessLogStore {
  /** Adds one entry, sent together with COMMIT; an id that is there already changes nothing. */
  append(tx: Tx, entry: Entry): void {
    const values = columnsOf(entry);
    tx.atEnd({
      name: 'entry-append',
      text: `INSERT INTO access_entry (${COLUMNS}) VALUES (${values.map((_, i) => `$${i + 1}`).join(', ')})
             ON CONFLICT DO NOTHING`,
      values,
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
      text: `SELECT id, at, account, system, office, role, scope, action, region, school, period, release,
               release_version AS "releaseVersion", level, "by", dry_run AS "dryRun", purpose, decision, rules, policy, token, commitment
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
}
