/** Protection of one table, step by step: from stored reports to a table that may be read, with its proof. */
import type { Proof } from '../disclosure/proof/certificate.ts';
import type { SearchProgress } from '../disclosure/search/search-task.ts';
import { protectFromInsiders, type InsiderPattern } from '../disclosure/insiders/insiders.ts';
import { alwaysSuppressed } from '../disclosure/problem/problem.ts';
import type { Solver } from '../disclosure/program/solver.ts';
import { proofOf } from './proof.ts';
import { earlierTables } from './earlier-table.ts';
import { hiddenShares, type HiddenShare } from './hidden-share.ts';
import { summaryTable, type TableInput } from './table.ts';
import { tableProblem, type TableProblem } from './table-problem.ts';
import { redacted, type PublishedTable } from './table-published.ts';
import { columnsOfRelease, rowsOfRelease } from './release-row.ts';

export interface Protection {
  readonly table: PublishedTable;
  /** The proof goes with the table, to the same readers. */
  readonly proof: Proof;
  /** These figures tell causes apart, so only disclosure officers get them. Cells that are always equal count once. */
  readonly internal: {
    readonly cells: number;
    readonly primary: number;
    readonly complementary: number;
    /** Programs solved for the last proof. */
    readonly solved: number;
    /** Of the consultations reported, how much no cell shows. */
    readonly hiddenShares: readonly HiddenShare[];
  };
}

/**
 * Protects the summary table of a period, in five steps of which each takes what the one before returned:
 * build → suppress → guard against insiders → redact → prove. `protectFromInsiders` does the two in the middle.
 *
 * input       expected schools, their reports, the policy, and what was released of the period before
 * solver      of linear and integer programs; deterministic
 * onProgress  called after each round of the search
 * returns     the table with its proof, for its readers; and figures for disclosure officers alone
 * throws      UnusableInput, ContradictoryProblem, NoSafePattern
 * cost        seconds to minutes for a state; it blocks, so it runs in a worker (`protectInWorker`)
 */
export function protectTable(
  input: TableInput,
  solver: Solver,
  onProgress?: (progress: SearchProgress) => void,
): Protection {
  const { policy } = input;
  const summary = summaryTable(input);
  const built = tableProblem(summary, earlierTables(input));
  const pattern = protectFromInsiders(built.problem, built.insiders, policy.width, solver, {
    effort: 'fast',
    onProgress,
  });
  const table = redacted(summary, built.cellOf, pattern.suppressed);
  const rows = { columns: columnsOfRelease(table.benefits), rows: rowsOfRelease(table) };
  const proof = proofOf(rows, policy, solver);
  const figures = figuresOf(built, pattern, table.cells.length);
  return { table, proof, internal: { ...figures, hiddenShares: hiddenShares(summary, table) } };
}

/** Counts each cell of the problem once that stands in one of the published places, the first of all places. */
function figuresOf(
  { problem, cellOf }: TableProblem,
  { suppressed, solved }: InsiderPattern,
  places: number,
): Omit<Protection['internal'], 'hiddenShares'> {
  const count = (marks: Uint8Array): number =>
    new Set(cellOf.subarray(0, places).filter((cell) => marks[cell] === 1)).size;
  const primary = count(alwaysSuppressed(problem));
  return { cells: problem.values.length, primary, complementary: count(suppressed) - primary, solved };
}
