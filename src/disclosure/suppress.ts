/** Chooses which cells to hide besides the primary ones, until no reader can tell a hidden cell too closely. */
import { audit as auditOf, type Audit } from './audit.ts';
import { baseTable } from './base-table.ts';
import { gaussPattern } from './gauss.ts';
import { growAudited } from './grow-audited.ts';
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
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

const LIMITS: Readonly<Record<Effort, Limits>> = {
  fast: { free: 10, within: 6, least: 4e5, work: 8e6, nodes: 50, branch: 0 },
  thorough: { free: 90, within: 20, least: 1e6, work: 100e6, nodes: 100, branch: 0 },
};

/** Where three sums or more cross, cuts may not end, and what they hide then may be much too much. */
const CROSSED_SUMS = 3;
const CROSSED_LIMITS: Readonly<Record<Effort, Limits>> = {
  fast: { ...LIMITS.fast, branch: 50 },
  thorough: { ...LIMITS.thorough, work: 5e6, branch: 50 },
};

/** What cuts find is good enough if it costs no more than this many times what every pattern costs. */
const ENOUGH: Readonly<Record<Effort, number>> = { fast: 1.5, thorough: 1 };

/** From so many cells on that may be hidden, cuts take too long: where three sums cross, and where more do. */
const WIDE_CELLS = { three: 10_000, more: 1_000 } as const;

/** Columns of all programs solved in search of what can be shown again. */
const GROWTH: Readonly<Record<Effort, number>> = { fast: 4e6, thorough: 25e6 };

/** Where more than three sums cross, a column takes several times as long in a wide table. */
const WIDE_SHARE = 0.1;

const BOUND = { rounds: 4, columns: 1_500 } as const;

/** The largest number of sums that one cell is part of: how many dimensions are crossed. */
function crossedSums({ values, relations }: Problem): number {
  const sums = new Int32Array(values.length);
  relations.cell.forEach((cell, at) => (sums[cell]! += relations.sign[at] === 1 ? 1 : 0));
  return sums.reduce((most, many) => Math.max(most, many), 0);
}

/** In a wide table: by moves where three sums cross; where more do by elimination, and by moves if that is not safe or `thorough`. */
function protectWide(
  problem: Problem,
  width: number,
  solver: Solver,
  isMore: boolean,
  { effort = 'fast', onProgress }: ProtectOptions,
): Improvement {
  const bound = leastCost(problem, width, solver, BOUND);
  const work = GROWTH[effort] * (isMore ? WIDE_SHARE : 1);
  const byMoves = (): Improvement => ({ ...growAudited(problem, width, solver, work, onProgress), bound });
  if (!isMore) return byMoves();
  const byElimination = foundBy(() => eliminated(problem, width, solver));
  if (!byElimination?.audit.safe) return byMoves();
  const found = { ...byElimination, bound };
  return effort === 'fast' ? found : cheaper(problem, found, foundBy(byMoves));
}

/** Where the elimination needs to know which cells lie at their ends, it is told of a table that is not the true one. */
function eliminated(problem: Problem, width: number, solver: Solver): { hidden: Uint8Array; audit: Audit } {
  const hidden = gaussPattern({ ...problem, values: baseTable(problem, width, solver) });
  return { hidden, audit: auditOf(publish(problem, hidden), width, solver) };
}

/** By cuts, and by moves where cuts find none that is good enough. */
function protectCrossed(
  problem: Problem,
  width: number,
  solver: Solver,
  sums: number,
  options: ProtectOptions,
): Improvement {
  const { effort = 'fast', onProgress } = options;
  const isMore = sums > CROSSED_SUMS;
  const cells = problem.values.reduce((all, _, cell) => all + (mayHide(problem, cell) ? 1 : 0), 0);
  if (cells >= (isMore ? WIDE_CELLS.more : WIDE_CELLS.three))
    return protectWide(problem, width, solver, isMore, options);
  const work = GROWTH[effort];
  const byCuts = foundBy(() => improve(problem, width, solver, CROSSED_LIMITS[effort], onProgress));
  if (!byCuts) return { ...growAudited(problem, width, solver, work, onProgress), bound: 0 };
  const { bound } = byCuts;
  if (costOf(problem, byCuts.hidden) <= ENOUGH[effort] * bound) return byCuts;
  const byMoves = foundBy(() => growAudited(problem, width, solver, work, onProgress));
  return cheaper(problem, byCuts, byMoves && { ...byMoves, bound });
}

/** Of equal cost the first. */
const cheaper = (problem: Problem, one: Improvement, other: Improvement | undefined): Improvement =>
  other && costOf(problem, other.hidden) < costOf(problem, one.hidden) ? other : one;

/** What a search finds; undefined where it finds no safe pattern. */
function foundBy<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error instanceof NoSafePattern) return undefined;
    throw error;
  }
}

/** What hiding the pattern costs, always hidden cells not counted. */
function costOf(problem: Problem, hidden: Uint8Array): number {
  const always = alwaysHidden(problem);
  return problem.cost.reduce((sum, cost, cell) => sum + (hidden[cell]! > always[cell]! ? cost : 0), 0);
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
