/** Entries of the log as a table for spreadsheets. */
import { csv, type CsvCell, type CsvFormat } from '../foundation/http/csv.ts';
import type { StoredEntry } from '../access/entry.ts';
import { entryWords } from '../access/leaf.ts';

const COLUMNS = [
  'at',
  'id',
  'account',
  'system',
  'office',
  'role',
  'scope',
  'action',
  'region',
  'school',
  'period',
  'release',
  'releaseVersion',
  'level',
  'by',
  'dryRun',
  'purpose',
  'decision',
  'rules',
  'policy',
  'token',
  'commitment',
  'subject',
  'span',
  'object',
  'operator',
] as const;

/** One line an entry; several rules stand in one cell, with spaces between them. */
export function entriesCsv(format: CsvFormat, entries: readonly StoredEntry[]): Buffer {
  const rows = entries.map((entry) => {
    const words: Partial<Record<string, CsvCell | string[]>> = entryWords(entry);
    return COLUMNS.map((column) => {
      const value = words[column] ?? null;
      return Array.isArray(value) ? value.join(' ') : value;
    });
  });
  return csv(format, COLUMNS, rows);
}
