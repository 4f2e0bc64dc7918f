import { InsiderGuard } from '../../src/disclosure/insider-guard.ts';
import { NoSafePattern } from '../../src/disclosure/no-safe-pattern.ts';
import { LOCKED, OPEN, UNKNOWN, type Problem } from '../../src/disclosure/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import type { Solver } from '../../src/disclosure/solver.ts';
import { highsSolver } from '../../src/foundation/highs.ts';

const WIDTH = 4;
const SIZE = 3;
const INNER = SIZE ** 2;
let solver: Solver;
beforeAll(async () => {
  solver = await highsSolver();
});

/**
 * Three rows by three columns of tens, cells 0 to 8, all of which may be hidden; the six sums are public.
 *
 * lower   of the cells
 * cost    of the cells; 1 if not said
 */
function square(lower: (cell: number) => number, cost: Readonly<Record<number, number>> = {}): Problem {
  const builder = new ProblemBuilder();
  for (let cell = 0; cell < INNER; cell++)
    builder.cell({
      label: `c${cell}`,
      value: 10,
      lower: lower(cell),
      upper: Infinity,
      cost: cost[cell] ?? 1,
    });
  for (let line = 0; line < SIZE; line++) {
    for (const [step, next] of [
      [1, SIZE],
      [SIZE, 1],
    ] as const) {
      // prettier-ignore
      const total = builder.cell({ label: 'sum', value: 30, status: LOCKED, lower: 0, upper: Infinity });
      builder.relation(total, [0, 1, 2].map((at) => line * next + at * step)); // prettier-ignore
    }
  }
  return builder.build();
}

const marks = (problem: Problem, cells: readonly number[]): Uint8Array =>
  Uint8Array.from(problem.values, (_, cell) => (cells.includes(cell) ? 1 : 0));

const guardOf = (problem: Problem, hidden: readonly number[], tested: readonly number[]): InsiderGuard =>
  new InsiderGuard(problem, marks(problem, hidden), marks(problem, tested), WIDTH, solver, {});

const hiddenBy = (guard: InsiderGuard, problem: Problem): number[] =>
  [...problem.values.keys()].filter((cell) => guard.isHidden(cell));

/** Two rows and two columns. */
const SMALL = [0, 1, 3, 4];

describe('a guard against insiders', () => {
  test('hides nothing more where nothing is told', () => {
    const problem = square(() => 0);
    const guard = guardOf(problem, SMALL, SMALL);
    expect(hiddenBy(guard, problem)).toEqual(SMALL);
    guard.keepFromAll();
    guard.keepFrom([8]);
    expect(hiddenBy(guard, problem)).toEqual(SMALL);
  });

  test('hides more where what contributors reckon with tells a tested cell, and only there', () => {
    // Each of the four can be one less or one more.
    const problem = square((cell) => (SMALL.includes(cell) ? 9 : 0), { 2: 3, 5: 3, 7: 1, 6: 1, 8: 9 });
    const all = guardOf(problem, SMALL, [1]);
    all.keepFromAll();
    expect(hiddenBy(all, problem)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const untested = guardOf(problem, SMALL, []);
    untested.keepFromAll();
    expect(hiddenBy(untested, problem)).toEqual(SMALL);
  });

  test('hides what keeps a cell from a contributor who is alone in another', () => {
    const problem = square(() => 0, { 2: 1, 6: 1, 7: 2, 8: 30 });
    const guard = guardOf(problem, SMALL, [0]);
    guard.keepFromAll();
    guard.keepFrom([3]);
    expect(hiddenBy(guard, problem)).toEqual([0, 1, 3, 4, 6, 7]);
    // Cell 1 shares no sum with cell 3, but cells that do.
    const across = guardOf(problem, SMALL, [1]);
    across.keepFrom([3]);
    expect(hiddenBy(across, problem)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('does not hide in vain a cell that the contributor knows as well', () => {
    // By cost alone it would be 6 and 7; but 7 is known.
    const problem = square(() => 0, { 2: 5, 5: 9, 6: 1, 7: 1, 8: 5 });
    const guard = guardOf(problem, SMALL, [0]);
    guard.keepFrom([3, 7]);
    expect(hiddenBy(guard, problem)).toEqual([0, 1, 2, 3, 4, 6, 8]);
  });

  test('goes on testing a cell that it made safe against one contributor', () => {
    const problem = square(() => 0, { 2: 5, 5: 5, 6: 1, 7: 1, 8: 5 });
    const guard = guardOf(problem, SMALL, [0]);
    guard.keepFrom([3]);
    expect(hiddenBy(guard, problem)).toEqual([0, 1, 3, 4, 6, 7]);
    expect(() => guard.keepFrom([3, 6])).toThrow(new NoSafePattern([0]));
  });

  test('names the cell that no pattern keeps from who is alone beside it', () => {
    const problem = square(() => 0);
    const guard = guardOf(problem, [0, 1, 3, 4, 6, 7], [3]);
    expect(() => guard.keepFrom([0, 6])).toThrow(new NoSafePattern([3]));
  });

  test('asks nothing of cells that are public to it, and of those that nobody shows', () => {
    for (const status of [LOCKED, UNKNOWN] as const) {
      const problem = square(() => 10);
      problem.status[0] = status;
      const guard = guardOf(problem, SMALL, [0]);
      guard.keepFromAll();
      const expected = status === LOCKED ? SMALL.slice(1) : SMALL;
      expect(hiddenBy(guard, problem)).toEqual(expected);
      expect(problem.status[0]).toBe(status);
      expect(problem.status[1]).toBe(OPEN);
    }
  });
});
