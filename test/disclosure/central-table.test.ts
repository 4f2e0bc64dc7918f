/** The central table: a feasible table with room on all sides. */
import { centralFeasibleTable } from '../../src/disclosure/audit/central-table.ts';
import { feasibleTableAt } from '../../src/disclosure/audit/first-table.ts';
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import type { LinearProgram, Solver } from '../../src/disclosure/program/solver.ts';
import { isFeasible } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20261125);
const SIZE = 8;

let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** All squares of whole numbers from 1 up with the sums of a random one along both ways. */
function square(random: () => number): LinearProgram {
  const builder = new ProgramBuilder();
  const values = Array.from({ length: SIZE ** 2 }, () => 1 + Math.floor(random() * 6));
  for (const _ of values) builder.column(1, 40);
  for (const [step, next] of [
    [1, SIZE],
    [SIZE, 1],
  ] as const) {
    for (let line = 0; line < SIZE; line++) {
      const cells = Array.from({ length: SIZE }, (_, at) => line * next + at * step);
      for (const cell of cells) builder.entry(cell, 1);
      const sum = cells.reduce((total, cell) => total + values[cell]!, 0);
      builder.endRow(sum, sum);
    }
  }
  return builder.build();
}

const atEnds = (table: Float64Array): number => table.filter((value) => value === 1).length;

test('a central table fits, and holds hardly a cell at its lower end where a corner holds most of them there', () => {
  console.log(`seed ${SEED}`);
  const random = die(SEED);
  for (let round = 0; round < 12; round++) {
    const program = square(random);
    const central = centralFeasibleTable(program, solver);
    const corner = feasibleTableAt(program, solver, 0);
    expect(central && isFeasible(program, central)).toBe(true);
    expect(corner && isFeasible(program, corner)).toBe(true);
    expect(atEnds(central!)).toBeLessThan(SIZE);
    expect(atEnds(corner!)).toBeGreaterThan(SIZE ** 2 / 2);
  }
});

test('a central table lifts every column by one, then each by three more as far as its domain goes', () => {
  const LOW = 5;
  // Six columns in [5, 7], six in [0, 40], and their sum.
  const tableOf = (sum: number): number[] => {
    const builder = new ProgramBuilder();
    for (let at = 0; at < 12; at++) {
      builder.entry(builder.column(at < 6 ? LOW : 0, at < 6 ? LOW + 2 : 40), 1);
    }
    builder.endRow(sum, sum);
    return [...centralFeasibleTable(builder.build(), solver)!];
  };
  const [narrow, wide] = [Array.from({ length: 6 }, () => LOW), new Array<number>(6).fill(0)];
  expect(tableOf(6 * LOW)).toEqual([...narrow, ...wide]);
  expect(tableOf(6 * LOW + 12)).toEqual([...narrow, ...wide].map((low) => low + 1));
  expect(tableOf(6 * LOW + 36)).toEqual([...narrow.map((low) => low + 2), ...wide.map((low) => low + 4)]);
});

test('there is none where nothing fits', () => {
  const builder = new ProgramBuilder();
  builder.column(0, 1);
  builder.entry(0, 1);
  builder.endRow(2, 2);
  expect(centralFeasibleTable(builder.build(), solver)).toBeUndefined();
});
