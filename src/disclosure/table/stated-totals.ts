/** Codes that somebody says are sums: each of their records must be the sum it stands for, and is then left out. */
import { codeKey } from './code-text.ts';
import { type TableRecord, UnsoundTable } from './table-record.ts';

/**
 * A code that stands for a sum means all that is beside it, at every level below too.
 *
 * dimensions  names of the columns of each
 * records     with codes as `asShown`
 * names       what the sums are called, in any spelling that people read alike
 * returns     places of the other records, ascending
 * throws      UnsoundTable for a name that no record has, and for a sum that is none
 * cost        a few steps per record, and as many again for each set of columns in which sums stand
 */
export function withoutTotals(
  dimensions: readonly (readonly string[])[],
  records: readonly TableRecord[],
  names: readonly string[],
): number[] {
  const wanted = new Set(names.map(codeKey));
  const known = new Map<string, boolean>();
  const seen = new Set<string>();
  const isTotal = (code: string): boolean => {
    let is = known.get(code);
    if (is === undefined) {
      const key = codeKey(code);
      is = wanted.has(key);
      if (is) seen.add(key);
      known.set(code, is);
    }
    return is;
  };
  const rows = records.map(({ codes, contributor }) =>
    contributor === undefined ? codes : [...codes, contributor],
  );
  const starts = dimensions.map((_, at) => dimensions.slice(0, at).flat().length);
  const spans = dimensions.map(({ length }, at) => [starts[at]!, starts[at]! + length] as const);
  if (records[0]?.contributor !== undefined) spans.push([rows[0]!.length - 1, rows[0]!.length]);
  const inner: number[] = [];
  const sums: number[] = [];
  rows.forEach((row, record) => (row.filter(isTotal).length > 0 ? sums : inner).push(record));
  const unknown = names.find((name) => !seen.has(codeKey(name)));
  if (unknown !== undefined) throw new UnsoundTable('unknownTotal', undefined, [unknown]);

  /** Which codes a record has in common with all parts of its sum: of each dimension those above the first sum. */
  const sharedBy = (row: readonly string[]): boolean[] =>
    row.map((_, at) => {
      const from = spans.findLast(([first]) => at >= first)?.[0] ?? 0;
      return !row.slice(from, at + 1).some(isTotal);
    });
  const tables = new Map<string, Map<string, number>>();
  for (const record of sums) {
    const row = rows[record]!;
    const shared = sharedBy(row);
    const refuse = (): never => {
      throw new UnsoundTable('wrongTotal', record, row);
    };
    // Below a code that is a sum only nothing, or a sum again, may stand.
    if (
      spans.some(([from, end]) =>
        row.slice(from, end).some((code, at) => !shared[from + at] && code !== '' && !isTotal(code)),
      )
    )
      refuse();
    const cut = shared.join();
    const keyOf = (codes: readonly string[]): string => codes.filter((_, at) => shared[at]).join('\u0000');
    let table = tables.get(cut);
    if (!table) {
      table = new Map();
      for (const part of inner) {
        const key = keyOf(rows[part]!);
        table.set(key, (table.get(key) ?? 0) + records[part]!.value);
      }
      tables.set(cut, table);
    }
    if ((table.get(keyOf(row)) ?? 0) !== records[record]!.value) refuse();
  }
  return inner;
}
