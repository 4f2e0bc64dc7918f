import { withSums } from '../../src/disclosure/gauss-sums.ts';
import { listAt, listCount, OPEN, type Problem } from '../../src/disclosure/problem.ts';

type Cell = readonly [value: number, lower: number];

/** Cells as [value, least value]; relations as signed numbers of cells, from 1 on, the total below zero. */
function problemOf(cells: readonly Cell[], relations: readonly (readonly number[])[]): Problem {
  const start = [0];
  for (const members of relations) start.push(start.at(-1)! + members.length);
  return {
    values: Float64Array.from(cells, ([value]) => value),
    lower: Float64Array.from(cells, ([, lower]) => lower),
    upper: new Float64Array(cells.length).fill(Infinity),
    cost: new Float64Array(cells.length).fill(1),
    status: new Uint8Array(cells.length).fill(OPEN),
    relations: {
      start: Int32Array.from(start),
      cell: Int32Array.from(relations.flat(), (member) => Math.abs(member) - 1),
      sign: Int32Array.from(relations.flat(), (member) => Math.sign(member)),
    },
    atMost: new Int32Array(0),
    together: { start: Int32Array.of(0), cell: new Int32Array(0) },
    labels: cells.map((_, at) => `cell ${at + 1}`),
  };
}

/** The relations that are added, in the same words. */
function added(problem: Problem, ...hidden: number[]): number[][] {
  const marks = Uint8Array.from(problem.values, (_, cell) => (hidden.includes(cell + 1) ? 1 : 0));
  const { relations, sums } = withSums(problem, marks);
  const all = Array.from({ length: listCount(relations) }, (_, relation) =>
    Array.from(
      listAt(relations, relation),
      (cell, at) => (cell + 1) * relations.sign[relations.start[relation]! + at]!,
    ),
  );
  const before = listCount(problem.relations);
  expect(relations.cell.subarray(0, problem.relations.cell.length)).toEqual(problem.relations.cell);
  expect(relations.sign.subarray(0, problem.relations.sign.length)).toEqual(problem.relations.sign);
  expect(all).toHaveLength(before + sums);
  return all.slice(before);
}

describe('sums that nobody may learn', () => {
  test('are those of several hidden cells of one relation at their least value', () => {
    const problem = problemOf([[40, 1], [1, 1], [1, 1], [38, 1], [2, 2], [60, 1], [21, 1]], [[-1, 2, 3, 4], [-6, 4, 5, 2]]); // prettier-ignore
    expect(added(problem, 2, 3, 4)).toEqual([[-8, 2, 3]]);
    expect(added(problem, 2, 3, 4, 5)).toEqual([
      [-8, 2, 3],
      [-9, 5, 2],
    ]);
    expect(added(problem, 2, 4)).toEqual([]);
    expect(added(problem)).toEqual([]);
  });

  test('hold no total, wherever it stands in its relation', () => {
    expect(added(problemOf([[3, 3], [1, 1], [2, 0], [3, 1], [1, 1]], [[2, 3, -1], [-4, 3, 2]]), 1, 2)).toEqual([]); // prettier-ignore
  });

  test('hold a hidden total of nothing but such cells and zeros, though it is above its own least value', () => {
    // 6 = 4 + 5, 4 = 1 + 2 + 3: the upper relation comes first.
    const cells: readonly Cell[] = [[1, 1], [1, 1], [0, 0], [2, 1], [7, 1], [9, 1]]; // prettier-ignore
    const relations = [
      [-6, 4, 5],
      [-4, 1, 2, 3],
    ];
    expect(added(problemOf(cells, relations), 1, 2, 4)).toEqual([[-7, 1, 2]]);
    const both = cells.with(4, [7, 7]);
    expect(added(problemOf(both, relations), 1, 2, 4, 5)).toEqual([
      [-7, 4, 5],
      [-8, 1, 2],
    ]);
    // Shown, or a total of more, it is another number to the reader.
    expect(added(problemOf(both, relations), 1, 2, 5)).toEqual([[-7, 1, 2]]);
    expect(added(problemOf(both.with(2, [1, 0]).with(3, [3, 1]).with(5, [10, 1]), relations), 1, 2, 3, 4, 5)).toEqual([[-7, 1, 2]]); // prettier-ignore
    expect(added(problemOf(both, relations), 1, 4, 5)).toEqual([]);
  });

  test('are found through two levels of totals', () => {
    // 7 = 5 + 6, 5 = 3 + 4, 3 = 1 + 2
    const cells: readonly Cell[] = [[1, 1], [1, 1], [2, 0], [1, 1], [3, 0], [4, 4], [7, 0]]; // prettier-ignore
    const relations = [
      [-7, 5, 6],
      [-5, 3, 4],
      [-3, 1, 2],
    ];
    expect(added(problemOf(cells, relations), 1, 2, 3, 4, 5, 6)).toEqual([
      [-8, 5, 6],
      [-9, 3, 4],
      [-10, 1, 2],
    ]);
  });

  test('are looked for in relations without a total, too', () => {
    const problem = problemOf([[1, 1], [1, 1], [-2, -9]], [[1, 2, 3]]); // prettier-ignore
    expect(added(problem, 1, 2, 3)).toEqual([[-4, 1, 2]]);
  });
});
