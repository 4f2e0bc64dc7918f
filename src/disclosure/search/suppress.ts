/** Secondary suppression: chooses which cells to suppress besides the primary ones, until every suppressed cell keeps its width. */
import type { Audit } from '../audit/audit.ts';
import { baseTable } from './base-table.ts';
import { gaussPattern } from '../elimination/gauss.ts';
import { growAudited } from './grow-audited.ts';
import { improve, leastCost, type Improvement, type Limits } from './improve.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { maySuppress, type ProtectionProblem } from '../problem/problem.ts';
import type { Solver } from '../program/solver.ts';
import { SearchTask, type SearchProgress } from './search-task.ts';

export { NoSafePattern };

export interface Pattern {
  /** 1 where suppressed, length n. */
  readonly suppressed: Uint8Array;
  /** Primary cells are suppressed for their own sake; those suppressed together with them count here. */
  readonly primary: number;
  /** Secondary cells are suppressed to protect others. */
  readonly complementary: number;
  /** The audit is the proof: it is safe, and every suppressed cell was tested. */
  readonly audit: Audit;
  /** No safe pattern has secondary cells of less cost in sum. The bound tells causes apart, so it is never published. */
  readonly lowerBound: number;
}

/** `thorough` gives fewer suppressed cells for several times the work. */
export type Effort = 'fast' | 'thorough';

export interface SuppressOptions {
  /** `fast` if not said. */
  readonly effort?: Effort;
  /** Called after each round. */
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
}

const LIMITS: Readonly<Record<Effort, Limits>> = {
  fast: { free: 10, within: 6, least: 4e5, work: 8e6, nodes: 50, branch: 0 },
  thorough: { free: 90, within: 20, least: 1e6, work: 100e6, nodes: 100, branch: 0 },
};

/** Where three or more sums cross, cutting planes may not converge and then over-suppress. */
const CROSSED_SUMS = 3;
const CROSSED_LIMITS: Readonly<Record<Effort, Limits>> = {
  fast: { ...LIMITS.fast, branch: 50 },
  thorough: { ...LIMITS.thorough, work: 5e6, branch: 50 },
};

/** A pattern from cuts is good enough if it costs no more than this many times the lower bound. */
const ENOUGH: Readonly<Record<Effort, number>> = { fast: 1.5, thorough: 1 };

/** A table is wide if it has so many cells that may be suppressed: where three sums cross, and where more do. */
const WIDE_CELLS = { three: 10_000, more: 1_000 } as const;

/** The search for cells that can be published again ends after so many columns of all programs solved. */
const GROWTH: Readonly<Record<Effort, number>> = { fast: 4e6, thorough: 25e6 };

/** Where more than three sums cross, a column takes several times as long in a wide table. */
const WIDE_SHARE = 0.1;

const BOUND = { rounds: 4, columns: 1_500 } as const;

/** The largest number of sums that one cell is part of: how many dimensions are crossed. */
function crossedSums({ values, relations }: ProtectionProblem): number {
  const sums = new Int32Array(values.length);
  relations.cell.forEach((cell, at) => (sums[cell]! += relations.sign[at] === 1 ? 1 : 0));
  return sums.reduce((most, many) => Math.max(most, many), 0);
}

/** How the sums of a problem cross decides which way of searching is worth its time. */
interface Crossing {
  /** Sums that one cell is part of, at most: how many dimensions are crossed. */
  readonly sums: number;
  /** Whether cuts would take too long: then moves, or elimination, stand in their place. */
  readonly isWide: boolean;
}

function crossingOf(problem: ProtectionProblem): Crossing {
  const sums = crossedSums(problem);
  const cells = problem.values.reduce((all, _, cell) => all + (maySuppress(problem, cell) ? 1 : 0), 0);
  const wide = sums > CROSSED_SUMS ? WIDE_CELLS.more : WIDE_CELLS.three;
  return { sums, isWide: sums >= CROSSED_SUMS && cells >= wide };
}

/**
 * Secondary suppression: suppresses the primary cells and as few others as the search finds, so that every suppressed
 * cell keeps the width against an attacker who knows all published cells, all relations, the public domains and the
 * pairs, and calculates in integers. Where fewer than three sums cross, the pattern comes from cutting planes alone (`improve`);
 * where three or more do, a first pattern comes from cuts, or in a wide table from elimination, and if it is not good
 * enough a second one from alternating cycles (`growAudited`). The cheaper one is the pattern; of equal cost the first.
 *
 * problem  cells with integer values, statuses, public bounds, costs and relations, see `ProtectionProblem`
 * width    how far apart two feasible tables must lie at each suppressed cell, integer ≥ 1, in the unit of the values
 * solver   of linear and integer programs; deterministic, see `Solver`
 * options  the effort, and who hears of each round
 * returns  the pattern with its proof. Equal input gives equal output; ties go by position, costs are public, and no
 *          program depends on the value of a cell that is always suppressed.
 * throws   NoSafePattern with the cells that no pattern protects; RangeError if the width is no integer ≥ 1
 * cost     seconds for some thousand cells of a two-way table, minutes where three sums or more cross; limits count
 *          work and never time, see `improve` and `grow`
 * source   M. Fischetti and J. J. Salazar-González, Solving the cell suppression problem on tabular data with linear
 *          constraints, Management Science 47 (2001), 1008–1027
 */
export function suppress(
  problem: ProtectionProblem,
  width: number,
  solver: Solver,
  options: SuppressOptions = {},
): Pattern {
  const { effort = 'fast', onProgress } = options;
  const task = new SearchTask(problem, width, solver, onProgress);
  const crossing = crossingOf(problem);
  const found =
    crossing.sums < CROSSED_SUMS ? improve(task, LIMITS[effort]) : suppressCrossed(task, crossing, effort);
  return patternFrom(task, found);
}

/** A first pattern; if it is missing or too dear, a second one by moves; the cheaper of both. */
function suppressCrossed(task: SearchTask, { sums, isWide }: Crossing, effort: Effort): Improvement {
  const isMore = sums > CROSSED_SUMS;
  const least = isWide ? leastCost(task, BOUND) : undefined;
  const first = unlessNoneIsSafe(() => {
    if (!isWide) return improve(task, CROSSED_LIMITS[effort]);
    return isMore ? eliminated(task) : undefined;
  });
  const bound = least ?? first?.bound ?? 0;
  const isEnough =
    first && (isWide ? effort === 'fast' : task.costOf(first.suppressed) <= ENOUGH[effort] * bound);
  if (first && isEnough) return { ...first, bound };
  const work = GROWTH[effort] * (isWide && isMore ? WIDE_SHARE : 1);
  const grown = (): Improvement => ({ ...growAudited(task, work), bound });
  if (!first) return grown();
  return cheaper(task, { ...first, bound }, unlessNoneIsSafe(grown));
}

/**
 * A pattern by Gaussian elimination alone; undefined where the audit does not find it safe. The elimination needs to know
 * which cells lie at their lower bounds, so it takes a feasible table in place of the true one.
 */
function eliminated(task: SearchTask): Improvement | undefined {
  const suppressed = gaussPattern({ ...task.problem, values: baseTable(task) });
  const audit = task.audit(suppressed);
  return audit.safe ? { suppressed, audit, bound: 0 } : undefined;
}

/** Of equal cost the first. */
const cheaper = (task: SearchTask, one: Improvement, other: Improvement | undefined): Improvement =>
  other && task.costOf(other.suppressed) < task.costOf(one.suppressed) ? other : one;

/** What a search finds; undefined where it finds no safe pattern. */
function unlessNoneIsSafe<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error instanceof NoSafePattern) return undefined;
    throw error;
  }
}

/** The pattern with its primary and secondary cells counted. */
function patternFrom({ choices }: SearchTask, { suppressed, audit, bound }: Improvement): Pattern {
  const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
  const primary = count(choices.always);
  return { suppressed, primary, complementary: count(suppressed) - primary, audit, lowerBound: bound };
}
