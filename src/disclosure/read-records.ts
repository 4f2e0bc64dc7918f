/** The records of a table as people read them: codes in one spelling, and never two spellings of one code. */
import { asShown, readKey } from './as-read.ts';
import { type TableRecord, UnsoundTable } from './table-record.ts';

/**
 * columns  names of all columns
 * returns  the records with codes as `asShown`; spellings of one contributor are made one, so that fewer count
 * throws   UnsoundTable for two codes of a column that people take for one, with both records
 * cost     one look-up per code
 */
export function readRecords(columns: readonly string[], records: readonly TableRecord[]): TableRecord[] {
  const shown = columns.map(() => new Map<string, string>());
  const spelt = columns.map(() => new Map<string, { code: string; record: number }>());
  return records.map((record, at) => {
    const codes = record.codes.map((code, column) => {
      const known = shown[column]?.get(code);
      if (known !== undefined) return known;
      const first = spelt[column]?.get(readKey(code));
      if (first && first.code !== code)
        throw new UnsoundTable('alike', first.record, [columns[column]!, asShown(code)], at);
      spelt[column]?.set(readKey(code), { code, record: at });
      shown[column]?.set(code, asShown(code));
      return asShown(code);
    });
    return record.contributor === undefined
      ? { ...record, codes }
      : { ...record, codes, contributor: readKey(record.contributor) };
  });
}
