/** Chooses which cells to hide besides the primary ones, until no reader can tell a hidden cell too closely. */
import { audit as auditOf, type Audit } from './audit.ts';
import { grow, type GrowLimits } from './grow.ts';
import { choicesOf, patternOf } from './choices.ts';
import {
  improve,
  improveFreely,
  leastCost,
  type Improvement,
  type Limits,
  type Progress,
} from './improve.ts';
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
  fast: { free: 10, within: 6, least: 1e6, work: 8e6, nodes: 50, branch: 0 },
  thorough: { free: 90, within: 20, least: 1e6, work: 100e6, nodes: 100, branch: 0 },
};

/** Where three sums or more cross, cuts either end soon with the cheapest pattern or not at all. */
const CROSSED_SUMS = 3;
const CROSSED_LIMITS: Readonly<Record<Effort, Limits>> = {
  fast: { ...LIMITS.fast, work: 4e5, branch: 50 },
  thorough: { ...LIMITS.thorough, work: 5e6, branch: 50 },
};

/** From so many cells on that may be hidden, the programs of the cuts take too long there. */
const WIDE_CELLS = 10_000;

/** Columns of all programs solved in search of what can be shown again. */
const GROWTH: Readonly<Record<Effort, number>> = { fast: 4e6, thorough: 25e6 };

/** Where more than three dimensions cross, a column takes several times as long in a large table. */
const WIDE_SHARE = 0.1;

const BOUND = { rounds: 4, columns: 1_500 } as const;

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
 * Grows a pattern and audits it. What an audit leaves open is tried again with other moves, of which none is saved:
 * where more is hidden, more tables are to be found. In the end everything is hidden that may be.
 */
function growAudited(
  problem: Problem,
  width: number,
  solver: Solver,
  limits: GrowLimits,
  onProgress: ProtectOptions['onProgress'],
): { hidden: Uint8Array; audit: Audit } {
  let unsafe: readonly number[] = [];
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      const redraw = { ...limits, reaches: redrawn(attempt), work: 0 };
      const hidden = grow(problem, width, solver, attempt === 1 ? limits : redraw, onProgress);
      const audit = auditOf(publish(problem, hidden), width, solver);
      if (audit.safe) return { hidden, audit };
      unsafe = [...audit.unsafe];
    } catch (error) {
      if (!(error instanceof NoSafePattern)) throw error;
      unsafe = error.cells;
    }
  }
  const choices = choicesOf(problem);
  const hidden = patternOf(
    choices,
    Uint8Array.from(choices.cost, () => 1),
  );
  const audit = auditOf(publish(problem, hidden), width, solver);
  if (audit.safe) return { hidden, audit };
  throw new NoSafePattern(unsafe);
}

/** Cuts as long as they may end soon, then moves. */
function protectCrossed(
  problem: Problem,
  width: number,
  solver: Solver,
  sums: number,
  { effort = 'fast', onProgress }: ProtectOptions,
): Improvement {
  const cells = problem.values.reduce((all, _, cell) => all + (mayHide(problem, cell) ? 1 : 0), 0);
  const isWide = cells >= WIDE_CELLS;
  const tried = isWide
    ? { found: undefined, bound: leastCost(problem, width, solver, BOUND) }
    : improveFreely(problem, width, solver, CROSSED_LIMITS[effort], onProgress);
  if (tried.found) return tried.found;
  const share = isWide && sums > CROSSED_SUMS ? WIDE_SHARE : 1;
  const limits = { reaches: REACHES, work: GROWTH[effort] * share };
  return { ...growAudited(problem, width, solver, limits, onProgress), bound: tried.bound };
}

/**
 * Hides the primary cells and as few others as the search finds, so that every hidden cell keeps the
 * width against the attackers of `audit`.
 *
 * width    as in `audit`; solver: deterministic, see `Solver`
 * returns  the pattern with its proof. Equal input gives equal output; ties go by position, costs are
 *          public, and no program is told the value of a cell that is always hidden.
 * throws   NoSafePattern where no choice of cells is safe
 * cost     see `improve`, and `grow` where three sums or more cross
 */
export function protect(
  problem: Problem,
  width: number,
  solver: Solver,
  options: ProtectOptions = {},
): Pattern {
  const sums = crossedSums(problem);
  const { hidden, audit, bound } =
    sums >= CROSSED_SUMS
      ? protectCrossed(problem, width, solver, sums, options)
      : improve(problem, width, solver, LIMITS[options.effort ?? 'fast'], options.onProgress);
  const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
  const primary = count(alwaysHidden(problem));
  return { hidden, primary, complementary: count(hidden) - primary, audit, lowerBound: bound };
}
