/** A whole table in the middle of all that fit: where moves find room on both sides. */
import { drawn } from './drawn.ts';
import { tableNear } from './first-table.ts';
import { ProgramBuilder } from './program-builder.ts';
import { withProgram, type LinearProgram, type Solver } from './solver.ts';

/** How far above its lower end a column lies, step by step, and what each step is worth. */
const STEPS = [
  { size: 1, worth: 1 },
  { size: 3, worth: 0.3 },
  { size: Infinity, worth: 0 },
] as const;

/** Values differ a little from column to column: by up to this share. */
const NOISE = 0.25;

/**
 * As many columns as possible lie above their lower ends, then as far as one step more: cells that lie at an end
 * move in one direction only, and what moves needs both.
 *
 * returns  undefined if none was found. Cost: a linear program of three times as many columns, then as `tableAt`
 */
export function centralTable(program: LinearProgram, solver: Solver): Float64Array | undefined {
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
    'once',
  );
  if (!('x' in outcome)) return undefined;
  const { x } = outcome;
  const point = lower.map((low, one) =>
    STEPS.reduce((sum, _, step) => sum + x[STEPS.length * one + step]!, low),
  );
  return tableNear(program, point, solver, 0);
}
