/** Chooses which cells to hide besides the primary ones, until no reader can tell a hidden cell too closely. */
import type { Audit } from './audit.ts';
import { improve, NoSafePattern, type Limits, type Progress } from './improve.ts';
import { alwaysHidden, type Problem } from './problem.ts';
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
  thorough: { free: 60, within: 20, work: 30e6, nodes: 100 },
};

/**
 * Hides the primary cells and as few others as the search finds, so that every hidden cell keeps the
 * width against the attackers of `audit`.
 *
 * width    as in `audit`; solver: deterministic, see `Solver`
 * returns  the pattern with its proof. Equal input gives equal output; ties go by position, costs are
 *          public, and no program is told the value of a cell that is always hidden.
 * throws   NoSafePattern where no choice of cells is safe
 * cost     see `improve`
 */
export function protect(
  problem: Problem,
  width: number,
  solver: Solver,
  { effort = 'fast', onProgress }: ProtectOptions = {},
): Pattern {
  const { hidden, audit, bound } = improve(problem, width, solver, LIMITS[effort], onProgress);
  const count = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
  const primary = count(alwaysHidden(problem));
  return { hidden, primary, complementary: count(hidden) - primary, audit, lowerBound: bound };
}
