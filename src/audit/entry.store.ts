/** SQL of the entries, for auditors. */
import { Injectable } from '@nestjs/common';
import { SELECTED } from '../access/access-log.ts';
import {
  ENTRY_FIELDS,
  FILTERED_FIELDS,
  type FilteredField,
  type StoredEntry,
} from '../access/entry-fields.ts';
import type { LogCase } from './access-log.dto.ts';
import type { Tx } from '../foundation/database/tx.ts';

/** Every filter is optional; all given ones must hold. */
export type EntryFilter = Readonly<Partial<Record<FilteredField, string>>> & {
  readonly from?: Date;
  readonly to?: Date;
};

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
    const values: unknown[] = [];
    const placed = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      `tenant = ${placed(tenant)}`,
      ...(filter.from ? [`at >= ${placed(filter.from)}`] : []),
      ...(filter.to ? [`at < ${placed(filter.to)}`] : []),
      ...FILTERED_FIELDS.flatMap((name) => {
        const sought = filter[name];
        return sought === undefined ? [] : [ENTRY_FIELDS[name].filter(placed(sought))];
      }),
      ...(after ? [`(at, id) < (${placed(after.at)}::timestamptz, ${placed(after.id)}::uuid)`] : []),
    ];
    return tx.query<StoredEntry>({
      text: `SELECT ${SELECTED} FROM access_entry WHERE ${conditions.join(' AND ')}
             ORDER BY at DESC, id DESC LIMIT ${placed(limit)}`,
      values,
    });
  }

  /** Searches for the entries of one account, newest first. */
  cases(tx: Tx, most: number): Promise<(Omit<LogCase, 'at'> & { readonly at: Date })[]> {
    return tx.query({
      text: `SELECT at, searcher, searcher_office AS "searcherOffice", subject, case_code AS "case", decision FROM log_cases($1)`,
      values: [most],
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
