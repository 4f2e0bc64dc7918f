/** Entries of the log as a table for spreadsheets. */
import { csv, type CsvCell, type CsvFormat } from '../foundation/http/csv.ts';
import {
  ENTRY_FIELDS,
  type EntryFieldName,
  FIELD_NAMES,
  type StoredEntry,
  entryWords,
} from '../access/entry-fields.ts';

/** The time leads a line; the rest is in the order of the list. */
const COLUMNS: readonly EntryFieldName[] = [
  'at',
  ...FIELD_NAMES.filter((name) => ENTRY_FIELDS[name].inCsv && name !== 'at'),
];

/** One line an entry; several rules stand in one cell, with spaces between them. */
export function entriesCsv(format: CsvFormat, entries: readonly StoredEntry[]): Buffer {
  const rows = entries.map((entry) => {
    const words: Partial<Record<EntryFieldName, CsvCell | string[]>> = entryWords(entry);
    return COLUMNS.map((column) => {
      const value = words[column] ?? null;
      return Array.isArray(value) ? value.join(' ') : value;
    });
  });
  return csv(format, COLUMNS, rows);
}
