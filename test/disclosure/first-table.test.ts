import { firstTable } from '../../src/disclosure/first-table.ts';
import { ProgramBuilder } from '../../src/disclosure/program-builder.ts';
import type { LinearProgram, Solver } from '../../src/disclosure/solver.ts';
import { satisfies } from '../../src/disclosure/system.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';

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
    const table = firstTable(program, solver);
    expect(table && satisfies(program, table)).toBe(true);
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
  expect(firstTable(builder.build(), solver)).toBeUndefined();
});
