/** The linear programming solver that the engine is given; what it is made of is the caller's choice. */

/**
 * All x with lower ≤ x ≤ upper and rowLower ≤ A x ≤ rowUpper; ends may be infinite.
 *
 * lower, upper        per column, length m
 * rowStart            length rows + 1; row r holds the entries rowStart[r] to rowStart[r + 1] - 1
 * column, coefficient per entry
 * rowLower, rowUpper  per row
 * integer             whether every column must be whole
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
 * `feasible`: a limit was reached with an integer solution in hand that may not be the best.
 * `undecided`: a limit was reached with nothing in hand, or the numbers got in the way. It never counts
 * as an answer.
 *
 * objective  Σ cost · x
 * bound      no solution costs less than this; equal to objective if optimal
 * rowDual, columnDual  prices of the rows and reduced costs of the columns, of a linear program only:
 *            cost = Aᵀ rowDual + columnDual; empty for an integer program
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

/** A program held by the solver; later questions start from the answer of the one before. */
export interface LoadedProgram {
  /** Smallest Σ cost · x; cost has one finite entry per column. */
  minimise(cost: Float64Array): Outcome;
  /** Changes the ends of one row. */
  boundRow(row: number, lower: number, upper: number): void;
  /** Changes the ends of one column. */
  boundColumn(column: number, lower: number, upper: number): void;
  /** Adds a row behind the others; column and coefficient per entry, no column twice. */
  addRow(column: Int32Array, coefficient: Float64Array, lower: number, upper: number): void;
  /** Gives the memory back; nothing else does. */
  close(): void;
}

/**
 * What a program is for: `again`, many questions, each starting from the answer to the one before; `once`, a single
 * question, so that it pays to simplify the program first; `near`, an answer close to zero where all costs are
 * positive, and none (`undecided`) where it is far.
 */
export type Manner = 'again' | 'once' | 'near';

/** Must be deterministic: the same questions in the same order get the same answers. */
export interface Solver {
  /**
   * nodes   how many branches an integer program may look into; the solver's own limit if not said
   * manner  `again` if not said
   */
  load(program: LinearProgram, nodes?: number, manner?: Manner): LoadedProgram;
}

/** Loads, works and closes, whatever happens. */
export function withProgram<T>(
  solver: Solver,
  program: LinearProgram,
  work: (loaded: LoadedProgram) => T,
  nodes?: number,
  manner?: Manner,
): T {
  const loaded = solver.load(program, nodes, manner);
  try {
    return work(loaded);
  } finally {
    loaded.close();
  }
}
