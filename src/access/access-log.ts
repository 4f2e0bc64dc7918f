/** The access log as other rooms may use it: they add, they never read or change. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { type Entry, type StoredEntry, storedForm } from './entry.ts';
import { sealed } from './leaf.ts';

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
  subject: 'subject',
  span: 'span',
  object: 'object',
  operator: 'operator',
};
const FIELDS = Object.keys(COLUMNS) as (keyof StoredEntry)[];
/** The columns of an entry, called as its fields. */
export const SELECTED = FIELDS.map((field) => `${COLUMNS[field]} AS "${field}"`).join(', ');
const INSERTED = [...Object.values(COLUMNS), 'leaf_key', 'leaf'];

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
      return {
        name: 'entry-append',
        text: `INSERT INTO access_entry (${INSERTED.join(', ')}) VALUES (${INSERTED.map((_, i) => `$${i + 1}`).join(', ')})
               ON CONFLICT DO NOTHING`,
        values: [...FIELDS.map((field) => stored[field]), key, leaf],
      };
    });
  }
}
