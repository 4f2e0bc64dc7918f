/** From stored reports to a table that may be read: added up, protected, cut to what may be shown. */
import type { Proof } from '../disclosure/certificate.ts';
import type { Progress } from '../disclosure/improve.ts';
import { protectFromInsiders } from '../disclosure/insiders.ts';
import { alwaysHidden } from '../disclosure/problem.ts';
import type { Solver } from '../disclosure/solver.ts';
import { proofOf } from './proof.ts';
import { earlierTables } from './earlier-table.ts';
import { summaryTable, type TableInput } from './table.ts';
import { tableProblem } from './table-problem.ts';
import { published, type PublishedTable } from './table-published.ts';
import { columnsOfRelease, rowsOfRelease } from './release-row.ts';

export interface Protection {
  readonly table: PublishedTable;
  /** Goes with the table; for the same readers. */
  readonly proof: Proof;
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
 * onProgress  called after each round of the search
 * throws  UnusableInput, ContradictoryProblem, NoSafePattern. Cost: seconds to minutes for a state; blocks, so run it
 *         in a worker (`protectInWorker`).
 */
export function protectTable(
  input: TableInput,
  solver: Solver,
  onProgress?: (progress: Progress) => void,
): Protection {
  const { width } = input.policy;
  const summary = summaryTable(input);
  const { problem, cellOf, insiders } = tableProblem(summary, earlierTables(input));
  const { hidden, solved } = protectFromInsiders(problem, insiders, width, solver, {
    effort: 'fast',
    onProgress,
  });
  const table = published(summary, cellOf, hidden);
  const document = { columns: columnsOfRelease(table.benefits), rows: rowsOfRelease(table) };
  const required = alwaysHidden(problem);
  const count = (marks: Uint8Array): number =>
    new Set(cellOf.subarray(0, table.cells.length).filter((cell) => marks[cell] === 1)).size;
  return {
    table,
    proof: proofOf(document, input.policy, solver),
    internal: {
      cells: problem.values.length,
      primary: count(required),
      complementary: count(hidden) - count(required),
      solved,
    },
  };
}
