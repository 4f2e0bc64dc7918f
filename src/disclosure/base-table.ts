/** A table that may stand for the true one in a search: what is hidden must not follow counts that nobody may know. */
import { firstTable } from './first-table.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { alwaysHidden, type Problem } from './problem.ts';
import { publish } from './published.ts';
import type { Solver } from './solver.ts';
import { guessingSystems } from './system.ts';

/**
 * Any whole table that fits what is shown when only the always hidden cells are hidden, so no program is told what
 * these hold.
 *
 * width    as in `audit`
 * returns  values, length n; those of shown cells are true
 * throws   NoSafePattern with the cells of a part for which no table was found
 * cost     see `firstTable`, for each part of the problem
 */
export function baseTable(problem: Problem, width: number, solver: Solver): Float64Array {
  const base = problem.values.slice();
  for (const { cells, program } of guessingSystems(publish(problem, alwaysHidden(problem)), 2 * width)) {
    const table = firstTable(program, solver);
    if (!table) throw new NoSafePattern([...cells]);
    cells.forEach((cell, at) => (base[cell] = table[at]!));
  }
  return base;
}
