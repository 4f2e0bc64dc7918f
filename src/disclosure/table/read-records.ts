/** The records of a table as people read them: codes in one spelling, and never two spellings of one code. */
import { visibleText, codeKey } from './code-text.ts';
import { type TableRecord, UnsoundTable } from './table-record.ts';

/**
 * Reads records with one spelling per code.
 *
 * columns  names of all columns
 * returns  the records with codes as `visibleText`; spellings of one contributor are made one, so that fewer count
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
      const first = spelt[column]?.get(codeKey(code));
      if (first && first.code !== code)
        throw new UnsoundTable('alike', first.record, [columns[column]!, visibleText(code)], at);
      spelt[column]?.set(codeKey(code), { code, record: at });
      shown[column]?.set(code, visibleText(code));
      return visibleText(code);
    });
    return record.contributor === undefined
      ? { ...record, codes }
      : { ...record, codes, contributor: codeKey(record.contributor) };
  });
}
