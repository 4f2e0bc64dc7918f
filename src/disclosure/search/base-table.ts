/** The base table: a feasible table that stands for the true one in a search, so that no pattern depends on suppressed values. */
import { firstFeasibleTable } from '../audit/first-table.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { eraseSuppressed } from '../problem/published.ts';
import { connectedComponents } from '../audit/component.ts';
import type { SearchTask } from './search-task.ts';

/**
 * A feasible table of the least pattern, in which only the always suppressed cells are suppressed, so that no program
 * depends on their true values.
 *
 * returns  integral values, length n; those of the published cells are true
 * throws   NoSafePattern with the cells of a connected component for which no table was found
 * cost     that of `firstFeasibleTable`, for each connected component
 */
export function baseTable({ problem, choices, width, solver }: SearchTask): Float64Array {
  const base = problem.values.slice();
  for (const { cells, program } of connectedComponents(eraseSuppressed(problem, choices.always), 2 * width)) {
    const table = firstFeasibleTable(program, solver);
    if (!table) throw new NoSafePattern([...cells]);
    cells.forEach((cell, at) => (base[cell] = table[at]!));
  }
  return base;
}
