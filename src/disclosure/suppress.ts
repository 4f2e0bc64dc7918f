/** Chooses which cells to hide besides the primary ones, until no reader can tell a hidden cell too closely. */
import { audit as auditOf, type Audit } from './audit.ts';
import { grow, type GrowLimits } from './grow.ts';
import { improve, leastCost, type Improvement, type Limits, type Progress } from './improve.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { alwaysHidden, mayHide, type Problem } from './problem.ts';
import { publish } from './published.ts';
import type { Reach } from './short-moves.ts';
import type { Solver } from './solver.ts';

export { NoSafePattern };

export interface Pattern {
  /** 1 where hidden, length n. */
  readonly hidden: Uint8Array;
  /** Cells hidden for their own sake, with those hidden together with them. */
  readonly primary: number;
  /** Cells hidden to protect others. */
  readonly complementary: number;
  /** The proof: safe, and every hidden cell tested. */
  readonly audit: Audit;
  /** No safe pattern has complementary cells of less cost in sum. Tells causes apart: never published. */
  readonly lowerBound: number;
}

/** `thorough` gives fewer hidden cells for several times the work. */
export type Effort = 'fast' | 'thorough';

export interface ProtectOptions {
  /** `fast` if not said. */
  readonly effort?: Effort;
  /** Called after each round. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

const LIMITS: Readonly<Record<Effort, Limits>> = {
  fast: { free: 10, within: 6, work: 8e6, nodes: 50 },
  thorough: { free: 90, within: 20, work: 100e6, nodes: 100 },
};

/** Columns of all programs solved in search of what can be shown again. */
const GROWTH: Readonly<Record<Effort, number>> = { fast: 4e6, thorough: 25e6 };

/** Where more than three dimensions cross, a column takes several times as long. */
const CROSSED_SHARE = 0.1;

const BOUND = { rounds: 4, columns: 1_500 } as const;

/** From so many cells on that may be hidden, and sums that one cell is part of, the programs of the cuts take too long. */
const WIDE_CELLS = 10_000;
const WIDE_SUMS = 3;

/**
 * How far to look for moves: near first, then anywhere, then for shorter ones, which are whole more often. Long moves
 * through what is hidden anyway save most.
 */
const REACHES: readonly Reach[] = [
  { size: 1_200, trifle: 0.001, draw: 0 },
  { size: 4_800, trifle: 0.01, draw: 1 },
  { size: 1_200, trifle: 0.1, draw: 2 },
  { size: 4_800, trifle: 0.1, draw: 3 },
  { size: Infinity, trifle: 0.1, draw: 4 },
  { size: Infinity, trifle: 0.5, draw: 5 },
  { size: 2_000, trifle: 1, draw: 6 },
];

/** The largest number of sums that one cell is part of: how many dimensions are crossed. */
function crossedSums({ values, relations }: Problem): number {
  const sums = new Int32Array(values.length);
  relations.cell.forEach((cell, at) => (sums[cell]! += relations.sign[at] === 1 ? 1 : 0));
  return sums.reduce((most, many) => Math.max(most, many), 0);
}

/** Patterns that are grown until an audit proves one. */
const ATTEMPTS = 2;

/** Other moves than in the attempts before. */
const redrawn = (attempt: number): Reach[] =>
  REACHES.map((reach) => ({ ...reach, draw: reach.draw + (attempt - 1) * REACHES.length }));

/**
 * As `improve`, by moves instead of cuts. What an audit leaves open is tried again with other moves, of which none
 * is saved: where more is hidden, more tables are to be found.
 */
function growAudited(problem: Problem, width: number, solver: Solver, limits: GrowLimits): Improvement {
  const bound = leastCost(problem, width, solver, BOUND);
  for (let attempt = 1; ; attempt++) {
    const hidden = grow(
      problem,
      width,
      solver,
      attempt === 1 ? limits : { reaches: redrawn(attempt), work: 0 },
    );
    const audit = auditOf(publish(problem, hidden), width, solver);
    if (audit.safe) return { hidden, audit, bound };
    if (attempt === ATTEMPTS) throw new NoSafePattern([...audit.unsafe]);
  }
}

/**
 * Hides the primary cells and as few others as the search finds, so that every hidden cell keeps the
 * width against the attackers of `audit`.
 *
 * width    as in `audit`; solver: deterministic, see `Solver`
 * returns  the pattern with its proof. Equal input gives equal output; ties go by position, costs are
 *          public, and no program is told the value of a cell that is always hidden.
 * throws   NoSafePattern where no choice of cells is safe
 * cost     see `improve`, and `grow` for a problem that is large and crosses three dimensions or more
 */
export function protect(
  problem: Problem,
  width: number,
  solver: Solver,
  { effort = 'fast', onProgress }: ProtectOptions = {},
): Pattern {
  const sums = crossedSums(problem);
  const cells = problem.values.reduce((all, _, cell) => all + (mayHide(problem, cell) ? 1 : 0), 0);
  const { hidden, audit, bound } =
    cells >= WIDE_CELLS && sums >= WIDE_SUMS
      ? growAudited(problem, width, solver, {
          reaches: REACHES,
          work: GROWTH[effort] * (sums > WIDE_SUMS ? CROSSED_SHARE : 1),
        })
      : improve(problem, width, solver, LIMITS[effort], onProgress);
  const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
  const primary = count(alwaysHidden(problem));
  return { hidden, primary, complementary: count(hidden) - primary, audit, lowerBound: bound };
}
