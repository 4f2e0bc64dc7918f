/** A feasible table near the centre of all feasible tables, where moves find room on both sides. */
import { drawn } from '../program/drawn.ts';
import { feasibleTableNear } from './first-table.ts';
import { ProgramBuilder } from '../program/program-builder.ts';
import { withProgram, type LinearProgram, type Solver } from '../program/solver.ts';

/** Each step is a distance of a column above its lower bound, with the worth of a unit of it. */
const STEPS = [
  { size: 1, worth: 1 },
  { size: 3, worth: 0.3 },
  { size: Infinity, worth: 0 },
] as const;

/** Worths differ a little from column to column, by up to this share, so that few tables are equally good. */
const NOISE = 0.25;

/**
 * A central feasible table. A cell at a bound moves in one direction only, and a move needs both; so as many columns as
 * possible lie above their lower bounds by the first step, then by the next.
 *
 * returns  undefined if none was found. Equal input gives equal output.
 * cost     a linear program of three times as many columns, then as `feasibleTableNear`
 */
export function centralFeasibleTable(program: LinearProgram, solver: Solver): Float64Array | undefined {
  const { lower, upper, rowStart, column, coefficient, rowLower, rowUpper } = program;
  const builder = new ProgramBuilder();
  const cost: number[] = [];
  lower.forEach((low, one) => {
    let room = upper[one]! - low;
    for (const [at, { size, worth }] of STEPS.entries()) {
      builder.column(0, Math.max(0, Math.min(size, room)));
      room -= size;
      cost.push(-worth * (1 + NOISE * drawn(one, at)));
    }
  });
  for (let row = 0; row < rowLower.length; row++) {
    let sum = 0;
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const first = STEPS.length * column[at]!;
      sum += coefficient[at]! * lower[column[at]!]!;
      for (const step of STEPS.keys()) builder.entry(first + step, coefficient[at]!);
    }
    builder.endRow(rowLower[row]! - sum, rowUpper[row]! - sum);
  }
  const outcome = withProgram(
    solver,
    builder.build(),
    (loaded) => loaded.minimise(Float64Array.from(cost)),
    undefined,
    'single',
  );
  if (!('x' in outcome)) return undefined;
  const { x } = outcome;
  const point = lower.map((low, one) =>
    STEPS.reduce((sum, _, step) => sum + x[STEPS.length * one + step]!, low),
  );
  return feasibleTableNear(program, point, solver, 0);
}
