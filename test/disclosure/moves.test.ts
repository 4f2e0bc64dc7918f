/** Moves between feasible tables, on invented problems. */
import { MoveFinder, THOROUGH_DRAW } from '../../src/disclosure/audit/moves.ts';
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import type { LinearProgram, Solver } from '../../src/disclosure/program/solver.ts';
import { isFeasible } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { die } from './random-problem.ts';

const SEED = Number(process.env.KANON_SEED ?? 20260601);
const SIZE = 4;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/** All square tables with the margins of this one, cells from 0 to `most`. */
function withMargins(table: Float64Array, most: number): LinearProgram {
  const builder = new ProgramBuilder();
  for (const _ of table) builder.column(0, most);
  for (const [step, next] of [
    [1, SIZE],
    [SIZE, 1],
  ] as const) {
    for (let line = 0; line < SIZE; line++) {
      let sum = 0;
      for (let at = 0; at < SIZE; at++) {
        builder.entry(line * next + at * step, 1);
        sum += table[line * next + at * step]!;
      }
      builder.endRow(sum, sum);
    }
  }
  return builder.build();
}

const drawn = (random: () => number): Float64Array =>
  Float64Array.from({ length: SIZE * SIZE }, () => Math.floor(random() * 4));

/** A solver that says the same of every column. */
const alwaysSays = (value: number): Solver => ({
  load: ({ lower }) => ({
    minimise: () => {
      const none = new Float64Array(0);
      const x = lower.map(() => value);
      return { status: 'optimal', objective: 0, bound: 0, x, rowDual: none, columnDual: none };
    },
    boundRow: () => {},
    boundColumn: () => {},
    addRow: () => {},
    close: () => {},
  }),
});

describe('a move', () => {
  test('takes a cell away by the width, to another table that fits', () => {
    console.log(`seed ${SEED}`);
    const random = die(SEED);
    let found = 0;
    for (let round = 0; round < 60; round++) {
      const table = drawn(random);
      const program = withMargins(table, 4);
      const column = round % table.length;
      const move = new MoveFinder(program, solver).find(table, column, 2, THOROUGH_DRAW);
      if (typeof move === 'string') continue;
      found++;
      const next = table.slice();
      move.columns.forEach((one, at) => (next[one]! += move.by[at]!));
      expect(isFeasible(program, next)).toBe(true);
      expect(next[column]! - table[column]!).toBeGreaterThanOrEqual(2);
    }
    expect(found).toBeGreaterThan(20);
  });

  test('reaches as far as it must', () => {
    const chain = (length: number): LinearProgram => {
      const builder = new ProgramBuilder();
      for (let at = 0; at < length; at++) builder.column(0, 5);
      for (let at = 1; at < length; at++) {
        builder.entry(at - 1, 1);
        builder.entry(at, 1);
        builder.endRow(5, 5);
      }
      return builder.build();
    };
    for (const length of [200, 600]) {
      const table = Float64Array.from({ length }, (_, at) => (at % 2 === 0 ? 2 : 3));
      const move = new MoveFinder(chain(length), solver).find(table, 0, 1, THOROUGH_DRAW);
      expect(move).toMatchObject({ by: Float64Array.from(table, (value) => (value === 2 ? 1 : -1)) });
    }
  });

  test('is not looked for beyond the ends of the cell', () => {
    const table = drawn(die(SEED));
    const moves = new MoveFinder(withMargins(table, 4), solver);
    expect(moves.find(table, 0, 5, 0)).toBe('none');
    expect(moves.find(table, 0, -5, 0)).toBe('none');
    expect(moves.solved).toBe(0);
  });

  test('that the solver made up is no move', () => {
    const table = drawn(die(SEED));
    for (const value of [0, 1, 3]) {
      expect(new MoveFinder(withMargins(table, 9), alwaysSays(value)).find(table, 5, 1, THOROUGH_DRAW)).toBe(
        'undecided',
      );
    }
  });

  test('shows in one of the tables that all are laid together into, and each of these fits', () => {
    const random = die(SEED + 1);
    const seen = { moves: 0, tables: 0 };
    for (let round = 0; round < 30; round++) {
      const base = drawn(random);
      const program = withMargins(base, 4);
      const finder = new MoveFinder(program, solver);
      const moves = [...base.keys()].flatMap((column) => {
        const move = finder.find(base, column, base[column]! < 2 ? 1 : -1, THOROUGH_DRAW);
        return typeof move === 'string' ? [] : [move];
      });
      const tables = finder.together(base, moves, 1);
      for (const table of tables) expect(isFeasible(program, table)).toBe(true);
      for (const column of moves.flatMap((move) => [...move.columns])) {
        expect(tables.some((table) => table[column] !== base[column])).toBe(true);
      }
      seen.moves += moves.length;
      seen.tables += tables.length;
    }
    console.log(seen);
    expect(seen.tables).toBeLessThan(seen.moves / 2);
  });
});
