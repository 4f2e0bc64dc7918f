/** Chooses which cells to hide besides the primary ones, until no reader can tell a hidden cell too closely. */
import { audit as auditOf, type Audit } from './audit.ts';
import { grow, type GrowLimits } from './grow.ts';
import { improve, leastCost, type Improvement, type Limits, type Progress } from './improve.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { alwaysHidden, mayHide, type Problem } from './problem.ts';
import { publish } from './published.ts';
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
  readonly onProgress?: (progress: Progress) => void;
}

const LIMITS: Readonly<Record<Effort, Limits>> = {
  fast: { free: 10, within: 6, work: 8e6, nodes: 50 },
  thorough: { free: 60, within: 20, work: 30e6, nodes: 100 },
};

/** Near moves first, then any, then shorter ones, which are whole more often. */
const REACHES = [
  { size: 2_000, trifle: 0.001, draw: 0 },
  { size: Infinity, trifle: 0.001, draw: 1 },
  { size: 2_000, trifle: 0.03, draw: 2 },
  { size: 2_000, trifle: 0.3, draw: 3 },
  { size: 400, trifle: 0.1, draw: 4 },
  { size: 2_000, trifle: 1, draw: 5 },
] as const;

const BOUND = { rounds: 4, columns: 1_500 } as const;

const GROWTH: Readonly<Record<Effort, GrowLimits>> = {
  fast: { reaches: REACHES, work: 5e6 },
  thorough: { reaches: REACHES, work: 20e6 },
};

/** From so many cells on, and as many sums that a cell is part of, the programs of the cuts take too long. */
const WIDE_CELLS = 10_000;
const WIDE_SUMS = 3;

/** Whether the problem is large and crosses many dimensions. */
function isWide({ relations, ...problem }: Problem): boolean {
  const sums = new Int32Array(problem.values.length);
  relations.cell.forEach((cell, at) => (sums[cell]! += relations.sign[at] === 1 ? 1 : 0));
  const cells = sums.reduce(
    (count, _, cell) => count + (mayHide({ relations, ...problem }, cell) ? 1 : 0),
    0,
  );
  return cells >= WIDE_CELLS && sums.some((many) => many >= WIDE_SUMS);
}

/** As `improve`, by moves instead of cuts. */
function growAudited(problem: Problem, width: number, solver: Solver, limits: GrowLimits): Improvement {
  const bound = leastCost(problem, width, solver, BOUND);
  const hidden = grow(problem, width, solver, limits);
  const audit = auditOf(publish(problem, hidden), width, solver);
  if (!audit.safe) throw new NoSafePattern([...audit.unsafe]);
  return { hidden, audit, bound };
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
  const { hidden, audit, bound } = isWide(problem)
    ? growAudited(problem, width, solver, GROWTH[effort])
    : improve(problem, width, solver, LIMITS[effort], onProgress);
  const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
  const primary = count(alwaysHidden(problem));
  return { hidden, primary, complementary: count(hidden) - primary, audit, lowerBound: bound };
}
