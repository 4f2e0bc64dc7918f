/** The linear and integer programming solver that the engine is given; what it is made of is the caller's choice. */

/**
 * The feasibility tolerance: by how much a solver may be off at a bound, a row or an integral value. A value that is nearer to
 * an integer than this counts as integral. Nothing is proved by it: what proves is checked by exact addition.
 */
export const SLACK = 1e-6;

/**
 * A linear program in compressed sparse rows: all x with lower ≤ x ≤ upper and rowLower ≤ A x ≤ rowUpper; bounds may be
 * infinite.
 *
 * lower, upper        per column, length m
 * rowStart            length rows + 1; row r holds the entries rowStart[r] to rowStart[r + 1] - 1
 * column, coefficient per entry
 * rowLower, rowUpper  per row
 * integer             whether every column must be integral; if not, the program is its own LP relaxation
 */
export interface LinearProgram {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly coefficient: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly integer: boolean;
}

/**
 * The outcome of one minimisation.
 *
 * `feasible`: a limit was reached with an integral solution in hand that may not be optimal.
 * `undecided`: a limit was reached with no solution in hand, or the solver met numerical trouble. It never counts as an answer.
 *
 * objective  Σ cost · x
 * bound      lower bound of the objective; it is equal to the objective if optimal
 * rowDual, columnDual  dual prices of the rows and reduced costs of the columns, of a linear program only:
 *            cost = Aᵀ rowDual + columnDual; both are empty for an integer program
 */
export type Outcome =
  | {
      readonly status: 'optimal' | 'feasible';
      readonly objective: number;
      readonly bound: number;
      readonly x: Float64Array;
      readonly rowDual: Float64Array;
      readonly columnDual: Float64Array;
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'undecided' };

/** A program held by the solver: each question is warm-started from the last basis. */
export interface LoadedProgram {
  /** Minimises Σ cost · x; cost has one finite entry per column. */
  minimise(cost: Float64Array): Outcome;
  /** Changes the bounds of one row. */
  boundRow(row: number, lower: number, upper: number): void;
  /** Changes the bounds of one column. */
  boundColumn(column: number, lower: number, upper: number): void;
  /** Adds a row behind the others; column and coefficient stand per entry, and no column stands twice. */
  addRow(column: Int32Array, coefficient: Float64Array, lower: number, upper: number): void;
  /** Frees the memory; nothing else does. */
  close(): void;
}

/**
 * What the solver may count on. `warm-start`: many questions follow, each starting from the last basis. `single`: one
 * question is asked, so presolve pays. `near-zero`: one question is asked whose costs are all positive and whose optimum lies
 * near zero; where it lies far, the outcome is `undecided`.
 */
export type SolveHint = 'warm-start' | 'single' | 'near-zero';

/** A solver must be deterministic: the same questions in the same order get the same answers. */
export interface Solver {
  /**
   * Loads a program.
   *
   * nodes  branch-and-bound nodes of an integer program, at most; the solver has its own limit if not said
   * hint   `warm-start` if not said
   */
  load(program: LinearProgram, nodes?: number, hint?: SolveHint): LoadedProgram;
}

/**
 * Loads a program, works with it and closes it, also where the work throws.
 *
 * nodes, hint  as in `Solver.load`
 * returns      what the work returns
 */
export function withProgram<T>(
  solver: Solver,
  program: LinearProgram,
  work: (loaded: LoadedProgram) => T,
  nodes?: number,
  hint?: SolveHint,
): T {
  const loaded = solver.load(program, nodes, hint);
  try {
    return work(loaded);
  } finally {
    loaded.close();
  }
}
