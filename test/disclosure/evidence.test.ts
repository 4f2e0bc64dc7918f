/** What tables in hand prove: two that lie apart by the width at a cell, and no table that widens nothing. */
import { Evidence } from '../../src/disclosure/audit/evidence.ts';

/** What is kept of some tables, in their order, where all columns but the last are tested. */
function keptOf(width: number, tables: readonly number[][]): { kept: number[][]; wide: boolean[] } {
  const evidence = new Evidence(Uint8Array.of(1, 1, 0), width);
  for (const table of tables) evidence.keep(Float64Array.from(table));
  return {
    kept: evidence.tables.map((table) => [...table]),
    wide: [0, 1, 2].map((column) => evidence.isProtected(column)),
  };
}

describe('evidence', () => {
  test('of no table and of one is none', () => {
    expect(keptOf(1, []).wide).toEqual([false, false, false]);
    expect(keptOf(1, [[5, 5, 5]])).toEqual({ kept: [[5, 5, 5]], wide: [false, false, false] });
  });

  test('is two tables that differ by the width or more, each column for itself', () => {
    const { wide } = keptOf(3, [
      [5, 5, 5],
      [7, 8, 9],
    ]);
    expect(wide).toEqual([false, true, true]);
  });

  test('lies below the first table as well as above it', () => {
    const { kept, wide } = keptOf(3, [
      [5, 5, 5],
      [4, 2, 5],
      [7, 5, 5],
    ]);
    expect(kept).toHaveLength(3);
    expect(wide).toEqual([true, true, false]);
  });

  test('drops a table that lies between others, or is new at an untested or proven column alone', () => {
    const first = [
      [5, 5, 5],
      [8, 6, 5],
    ];
    const nothingNew = [
      [5, 5, 5],
      [8, 5, 5],
      [7, 6, 5],
      [6, 6, 9],
      [9, 6, 5],
      [4, 6, 5],
    ];
    expect(keptOf(3, [...first, ...nothingNew]).kept).toEqual(first);
    expect(keptOf(3, [...first, [6, 7, 5]]).kept).toHaveLength(3);
  });

  test('is news at the first column, too, where the last one is none', () => {
    const tables = [
      [5, 5, 5],
      [6, 5, 5],
      [7, 5, 6],
    ];
    expect(keptOf(4, tables).kept).toEqual(tables);
  });
});
