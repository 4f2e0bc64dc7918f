/** Contributions: how much each contributor puts into each cell of a crossed table. */
import type { Grid } from './grid.ts';
import { UnsoundTable, type TableRecord } from './table-record.ts';

const NONE = new Float64Array(0);

/**
 * Lists the non-zero amounts of a cell, largest first: all records of one contributor in it are added up. There are none
 * where the records name no contributor.
 *
 * throws  UnsoundTable where one contributor, or nobody, has two records for one inner cell
 * cost    one step per record and margin that it is part of
 */
export function contributionsOf(grid: Grid, records: readonly TableRecord[]): (cell: number) => Float64Array {
  const mine = new Map<string | undefined, number[]>();
  records.forEach(({ contributor }, record) => {
    const own = mine.get(contributor);
    if (own) own.push(record);
    else mine.set(contributor, [record]);
  });
  const start = new Int32Array(grid.size + 1);
  const given: Map<number, number>[] = [];
  for (const [contributor, own] of mine) {
    requireDifferent(grid, records, own);
    if (contributor === undefined) continue;
    const amounts = new Map<number, number>();
    for (const record of own) {
      const { value } = records[record]!;
      if (value === 0) continue;
      for (const cell of grid.ancestors(grid.inner[record]!))
        amounts.set(cell, (amounts.get(cell) ?? 0) + value);
    }
    for (const cell of amounts.keys()) start[cell + 1]!++;
    given.push(amounts);
  }
  if (given.length === 0) return () => NONE;
  for (let cell = 0; cell < grid.size; cell++) start[cell + 1]! += start[cell]!;
  const all = new Float64Array(start[grid.size]!);
  const next = start.slice();
  for (const amounts of given) for (const [cell, amount] of amounts) all[next[cell]!++] = amount;
  const at = (cell: number): Float64Array => all.subarray(start[cell], start[cell + 1]);
  for (let cell = 0; cell < grid.size; cell++) at(cell).sort().reverse();
  return at;
}

function requireDifferent(grid: Grid, records: readonly TableRecord[], own: readonly number[]): void {
  const seen = new Set<number>();
  for (const record of own) {
    if (seen.has(grid.inner[record]!)) throw new UnsoundTable('duplicate', record, records[record]!.codes);
    seen.add(grid.inner[record]!);
  }
}
