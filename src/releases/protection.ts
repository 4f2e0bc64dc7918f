/** From stored reports to a table that may be read: added up, protected, cut to what may be shown. */
import type { Solver } from '../disclosure/solver.ts';
import { protect } from '../disclosure/suppress.ts';
import { summaryTable, type TableInput } from './table.ts';
import { tableProblem } from './table-problem.ts';
import { published, type PublishedTable } from './table-published.ts';

export interface Protection {
  readonly table: PublishedTable;
  /** For disclosure officers only: these numbers tell causes apart. Cells that are always equal count once. */
  readonly internal: {
    readonly cells: number;
    readonly primary: number;
    readonly complementary: number;
    /** Programs solved for the last proof. */
    readonly solved: number;
  };
}

/**
 * throws  UnusableInput, ContradictoryProblem, NoSafePattern. Cost: seconds for a state; blocks, so run it
 *         in a worker (`protectInWorker`).
 */
export function protectTable(input: TableInput, solver: Solver): Protection {
  const summary = summaryTable(input);
  const { problem, cellOf } = tableProblem(summary, input.policy.k);
  const pattern = protect(problem, input.policy.width, solver);
  return {
    table: published(summary, cellOf, pattern.hidden),
    internal: {
      cells: problem.values.length,
      primary: pattern.primary,
      complementary: pattern.complementary,
      solved: pattern.audit.solved,
    },
  };
}
