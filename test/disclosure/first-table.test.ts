/** The first feasible table: found wherever there is one, in whole numbers. */
import {
  firstFeasibleTable,
  repairFractional,
  feasibleTableAt,
  feasibleTableNear,
} from '../../src/disclosure/audit/first-table.ts';
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import type { LinearProgram, Solver } from '../../src/disclosure/program/solver.ts';
import { isFeasible } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';
import { optimal, scripted, UNDECIDED } from './scripted-solver.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261124);

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** A cube of whole numbers from 0 to 3 of which every line sum is known: such programs have corners in fractions. */
function cube(random: () => number, size: number): LinearProgram {
  const builder = new ProgramBuilder();
  const at = (i: number, j: number, k: number): number => (i * size + j) * size + k;
  const values = Array.from({ length: size ** 3 }, () => Math.floor(random() * 4));
  for (const _ of values) builder.column(0, 3);
  for (let axis = 0; axis < 3; axis++) {
    for (let one = 0; one < size; one++) {
      for (let two = 0; two < size; two++) {
        const line = Array.from(
          { length: size },
          (_, three) => [at(three, one, two), at(one, three, two), at(one, two, three)][axis]!,
        );
        for (const cell of line) builder.entry(cell, 1);
        const sum = line.reduce((total, cell) => total + values[cell]!, 0);
        builder.endRow(sum, sum);
      }
    }
  }
  return builder.build();
}

test('a table is found wherever there is one, also where the corners of the program are fractions', () => {
  console.log(`seed ${SEED}`);
  const random = die(SEED);
  for (let round = 0; round < 25; round++) {
    const program = cube(random, 3 + (round % 6));
    const table = firstFeasibleTable(program, solver);
    expect(table && isFeasible(program, table)).toBe(true);
  }
});

test('there is none where no whole numbers fit', () => {
  const builder = new ProgramBuilder();
  for (let column = 0; column < 3; column++) builder.column(0, 1);
  for (const pair of [
    [0, 1],
    [1, 2],
    [0, 2],
  ]) {
    for (const column of pair) builder.entry(column, 1);
    builder.endRow(1, 1);
  }
  expect(firstFeasibleTable(builder.build(), solver)).toBeUndefined();
});

/** Columns from 0 to their upper end; each row is the sum of some. */
function programOf(
  upper: readonly number[],
  ...rows: readonly { columns: readonly number[]; sum: number }[]
) {
  const builder = new ProgramBuilder();
  for (const end of upper) builder.column(0, end);
  for (const { columns, sum } of rows) {
    for (const column of columns) builder.entry(column, 1);
    builder.endRow(sum, sum);
  }
  return builder.build();
}

/** 0 + 1 = 3. */
const pair = () => programOf([3, 5], { columns: [0, 1], sum: 3 });

describe('a corner', () => {
  test('is asked for once, by prices of its own; the next one lies opposite', () => {
    const { solver: silent, asked } = scripted(() => UNDECIDED);
    for (let corner = 0; corner < 4; corner++)
      expect(feasibleTableAt(pair(), silent, corner)).toBeUndefined();
    const cost = asked.map((one) => [...one.cost]);
    expect(cost[1]).toEqual(cost[0]!.map((price) => -price));
    expect(cost[3]).toEqual(cost[2]!.map((price) => -price));
    expect(cost[2]).not.toEqual(cost[0]);
    expect(cost.flat().every((price) => price !== 0 && Math.abs(price) <= 0.5)).toBe(true);
    expect(cost[0]![0]! * cost[0]![1]!).toBeLessThan(0);
    for (const one of asked) expect(one).toMatchObject({ hint: 'single', nodes: 20, integer: false });
    feasibleTableAt(pair(), silent, 0, (column) => (column === 0 ? 0.25 : 2));
    expect([...asked.at(-1)!.cost]).toEqual([0.25 * cost[0]![0]!, 2 * cost[0]![1]!]);
  });

  test('that is whole is a table itself, and no other is looked for', () => {
    const { solver: one, asked } = scripted(() => optimal(-0.0000001, 3));
    expect(feasibleTableAt(pair(), one, 0)).toEqual(Float64Array.of(0, 3));
    expect(asked).toHaveLength(1);
  });

  test('that leads to no table leaves two others to try', () => {
    for (const [before, found] of [
      [2, Float64Array.of(1, 2)],
      [3, undefined],
    ] as const) {
      let left: number = before;
      const { solver: late } = scripted(() => (left-- > 0 ? UNDECIDED : optimal(1, 2)));
      expect(firstFeasibleTable(pair(), late)).toEqual(found);
    }
  });
});

describe('next to a point', () => {
  const start = Float64Array.of(1.5, 1.5);

  test('lies a table that differs least from the rounded point, at prices that are nearly the same', () => {
    const { solver: one, asked } = scripted(() => optimal(0, 1, 0, 0));
    expect(feasibleTableNear(pair(), start, one, 0)).toEqual(Float64Array.of(1, 2));
    feasibleTableNear(pair(), start, one, 1);
    const [first, second] = asked;
    expect(first!.program).toEqual({
      integer: false,
      rowStart: Int32Array.of(0, 4),
      lower: Float64Array.of(0, 0, 0, 0),
      upper: Float64Array.of(1, 2, 3, 2),
      column: Int32Array.of(0, 1, 2, 3),
      coefficient: Float64Array.of(1, -1, 1, -1),
      rowLower: Float64Array.of(-1),
      rowUpper: Float64Array.of(-1),
    });
    for (const { cost } of asked) {
      expect(cost).toHaveLength(4);
      expect(cost.every((price) => price >= 1 && price < 1.25)).toBe(true);
      expect(new Set(cost).size).toBe(4);
    }
    expect(second!.cost).not.toEqual(first!.cost);
  });

  test('no table lies below the lower ends', () => {
    const builder = new ProgramBuilder();
    builder.column(-2, 3);
    builder.column(1, 3);
    for (const column of [0, 1]) builder.entry(column, 1);
    builder.endRow(1, 1);
    const { solver: one, asked } = scripted(() => UNDECIDED);
    feasibleTableNear(builder.build(), start, one, 0);
    expect(asked[0]!.program.upper).toEqual(Float64Array.of(1, 4, 1, 1));
  });

  test('is no table where the solver finds nothing near', () => {
    const { solver: silent, asked } = scripted(() => UNDECIDED);
    expect(feasibleTableNear(pair(), start, silent, 0)).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  test('the rounding goes on while fewer parts remain, up to twelve times, before what is left is settled', () => {
    const many = 15;
    const program = programOf(new Array<number>(many).fill(3), { columns: [...Array(many).keys()], sum: 1 });
    for (const { step, rounds } of [
      { step: 1, rounds: 12 },
      { step: 0, rounds: 2 },
    ]) {
      let left = many;
      const { solver: slow, asked } = scripted(({ integer }) => {
        if (integer) return UNDECIDED;
        left -= step;
        return optimal(
          ...Array.from({ length: 2 * many }, (_, at) => (at % 2 === 0 && at < 2 * left ? 0.25 : 0)),
        );
      });
      expect(feasibleTableNear(program, new Float64Array(many).fill(0.25), slow, 0)).toBeUndefined();
      expect(asked.map(({ integer }) => integer)).toEqual([
        ...Array<boolean>(rounds).fill(false),
        true,
        true,
        true,
      ]);
    }
  });

  test('what is settled is a table, but not the point itself', () => {
    const { solver: one } = scripted(({ integer }) => (integer ? optimal(1, 2) : optimal(0, 0.5, 0, 0.5)));
    expect(feasibleTableNear(pair(), start, one, 0)).toEqual(Float64Array.of(1, 2));
  });
});

describe('what is not whole', () => {
  /** 0 + 1 = 3, 1 + 3 = 4, 0 + 2 = 3, 3 + 4 = 5. */
  const web = () =>
    programOf(
      [3, 4, 5, 6, 7],
      { columns: [0, 1], sum: 3 },
      { columns: [1, 3], sum: 4 },
      { columns: [0, 2], sum: 3 },
      { columns: [3, 4], sum: 5 },
    );
  const point = Float64Array.of(1.4, 1.9999999, 2, 2, 3);

  test('is settled with the columns nearest to it, and the others stay', () => {
    const { solver: one, asked } = scripted(() => optimal(0.9999999, 2, 2));
    expect(repairFractional(web(), point, 3, one)).toEqual(Float64Array.of(1, 2, 2, 2, 3));
    expect(asked).toHaveLength(1);
    expect(asked[0]!.integer).toBe(true);
    expect([...asked[0]!.cost]).toEqual([0, 0, 0]);
    expect(asked[0]!.program).toEqual({
      integer: true,
      lower: Float64Array.of(0, 0, 0),
      upper: Float64Array.of(3, 4, 5),
      rowStart: Int32Array.of(0, 2, 3, 5),
      column: Int32Array.of(0, 1, 1, 0, 2),
      coefficient: Float64Array.of(1, 1, 1, 1, 1),
      rowLower: Float64Array.of(3, 2, 3),
      rowUpper: Float64Array.of(3, 2, 3),
    });
  });

  test('is settled alone, with a part of a row, or with its whole connected component', () => {
    const { solver: silent, asked } = scripted(() => UNDECIDED);
    for (const size of [1, 2, 4, 5, 9]) expect(repairFractional(web(), point, size, silent)).toBeUndefined();
    expect(asked.map(({ program }) => [...program.upper])).toEqual([
      [3],
      [3, 4],
      [3, 4, 5, 6],
      [3, 4, 5, 6, 7],
      [3, 4, 5, 6, 7],
    ]);
  });

  test('is not settled by an answer that does not add up, and holds no negative zero', () => {
    const answers = [optimal(1, 2, 3), optimal(-0.1, 3, 3)];
    const { solver: one } = scripted(() => answers.shift()!);
    expect(repairFractional(web(), point, 3, one)).toBeUndefined();
    const other = Float64Array.of(0.4, 3, 3, 1, 4);
    const none = Float64Array.of(0.4, -1e-7);
    expect([...repairFractional(programOf([3, 3]), none, 1, scripted(() => optimal(2)).solver)!]).toEqual([
      2, 0,
    ]);
    expect([...repairFractional(web(), other, 3, one)!]).toEqual([0, 3, 3, 1, 4]);
  });
});
