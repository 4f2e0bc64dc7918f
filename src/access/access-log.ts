/** The access log as other rooms may use it: they add, they never read or change. */
import { Injectable } from '@nestjs/common';
import type { SqlStatement, Tx } from '../foundation/database/tx.ts';
import type { Entry } from './entry.ts';
import { ENTRY_FIELDS, FIELD_NAMES, type StoredEntry, storedForm } from './entry-fields.ts';
import { sealed } from './leaf.ts';

/** The columns of an entry, called as its fields. */
export const SELECTED = FIELD_NAMES.map((name) => `${ENTRY_FIELDS[name].column} AS "${name}"`).join(', ');
const INSERTED = [...FIELD_NAMES.map((name) => ENTRY_FIELDS[name].column), 'leaf_key', 'leaf'];

/** Stores an entry with its commitment and the key of that; an id that is there already changes nothing. */
export const insertion = (stored: StoredEntry, key: Buffer, leaf: Buffer): SqlStatement => ({
  name: 'entry-append',
  text: `INSERT INTO access_entry (${INSERTED.join(', ')}) VALUES (${INSERTED.map((_, i) => `$${i + 1}`).join(', ')})
         ON CONFLICT DO NOTHING`,
  values: [...FIELD_NAMES.map((name) => stored[name]), key, leaf],
});

@Injectable()
export class AccessLog {
  /**
   * Adds one entry with its commitment, sent together with COMMIT; an id that is there already changes nothing. Its time
   * is when the transaction began by the clock of the database: retention and bundles compare with that one, and hosts
   * differ.
   */
  append(tx: Tx, entry: Omit<Entry, 'at'>): void {
    tx.atEnd((at) => {
      const stored = storedForm({ ...entry, at });
      const { key, leaf } = sealed(stored);
      return insertion(stored, key, leaf);
    });
  }
}
