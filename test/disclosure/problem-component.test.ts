/** Parts of the suppressed cells that share no row, and the program of each. */
import { problemComponents, rowsOfCells, rowOf } from '../../src/disclosure/search/problem-component.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import { PRIMARY, type ProtectionProblem } from '../../src/disclosure/problem/problem.ts';

/**
 * Cells 0 + 1 + 2 = 3 and 5 + 6 = 4; 1 is never above 7, nor 8 above 2, nor 7 above 8; 9 stands alone.
 * Values 3, 4, 9, 16, 11, 6, 5, 5, 7, 2.
 */
function example(): ProtectionProblem {
  const builder = new ProblemBuilder();
  [3, 4, 9, 16, 11, 6, 5, 5, 7, 2].forEach((value, cell) =>
    builder.cell({
      label: String(cell),
      value,
      status: PRIMARY,
      lower: cell === 0 ? -2 : 1,
      upper: cell === 5 ? 8 : Infinity,
    }),
  );
  builder.relation(3, [0, 1, 2]);
  builder.relation(4, [5, 6]);
  builder.atMost(1, 7);
  builder.atMost(8, 2);
  builder.atMost(7, 8);
  return builder.build();
}

const plain = <T extends object>(given: T): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value]),
  ); // prettier-ignore

describe('a row', () => {
  test('is a relation, or behind these a pair', () => {
    const problem = example();
    expect([0, 1, 2, 4].map((row) => plain(rowOf(problem, row)))).toEqual([
      { cell: [3, 0, 1, 2], sign: [-1, 1, 1, 1] },
      { cell: [4, 5, 6], sign: [-1, 1, 1] },
      { cell: [1, 7], sign: [1, -1] },
      { cell: [7, 8], sign: [1, -1] },
    ]);
  });

  test('stands at each of its cells', () => {
    const { start, row } = rowsOfCells(example());
    const rows = Array.from({ length: 10 }, (_, cell) => [...row.subarray(start[cell], start[cell + 1])]);
    expect(rows).toEqual([[0], [0, 2], [0, 3], [0], [1], [1], [1], [2, 4], [3, 4], []]);
    expect(start).toHaveLength(11);
    expect(row).toHaveLength(13);
  });
});

describe('the parts of the suppressed cells', () => {
  const partsOf = (problem: ProtectionProblem, ...cells: number[]) => {
    const suppressed = problem.status.map((_, cell) => (cells.includes(cell) ? 1 : 0));
    return problemComponents(problem, rowsOfCells(problem), suppressed, 10).map((part) => ({
      ...plain(part),
      program: plain(part.program),
    }));
  };

  test('share no row, stand by their first cell, and count published values', () => {
    const parts = partsOf(example(), 0, 2, 5, 6, 8, 9);
    expect(parts.map(({ cells }: Record<string, unknown>) => cells)).toEqual([[0, 2, 8], [5, 6], [9]]);
    const [first, second, third] = parts;
    // Room: |-2| + 1 + 1 and ten each, 12 that the open cells leave to row 0, and 5 to row 4.
    expect(first).toEqual({
      cells: [0, 2, 8],
      rows: [0, 3, 4],
      room: 51,
      program: {
        lower: [-2, 1, 1],
        upper: [49, 52, 52],
        rowStart: [0, 2, 4, 5],
        column: [0, 1, 2, 1, 2],
        coefficient: [1, 1, 1, -1, -1],
        rowLower: [12, -Infinity, -Infinity],
        rowUpper: [12, 0, -5],
        integer: false,
      },
    });
    expect(second).toEqual({
      cells: [5, 6],
      rows: [1],
      room: 33,
      program: {
        lower: [1, 1],
        upper: [8, 34],
        rowStart: [0, 2],
        column: [0, 1],
        coefficient: [1, 1],
        rowLower: [11],
        rowUpper: [11],
        integer: false,
      },
    });
    expect(third).toMatchObject({ cells: [9], rows: [], room: 11 });
  });

  test('have their rows in order, and a pair holds one way only', () => {
    const [part] = partsOf(example(), 1, 7, 8);
    expect(part).toMatchObject({ cells: [1, 7, 8], rows: [0, 2, 3, 4] });
    expect(part!.program).toMatchObject({
      rowLower: [4, -Infinity, -Infinity, -Infinity],
      rowUpper: [4, 0, 9, 0],
    });
  });

  test('are one where a chain of rows ties them, whichever cell comes first', () => {
    const all = Array.from({ length: 10 }, (_, cell) => cell);
    const cells = partsOf(example(), ...all).map((part: Record<string, unknown>) => part.cells);
    expect(cells).toEqual([[0, 1, 2, 3, 7, 8], [4, 5, 6], [9]]);
    expect(partsOf(example())).toEqual([]);
  });
});
