/** The search task: a protection problem with what follows from it and every step of the search needs, worked out once. */
import { audit, type Audit, type AuditOptions } from '../audit/audit.ts';
import { choicesOf, type Choices } from './choices.ts';
import type { ProtectionProblem } from '../problem/problem.ts';
import { eraseSuppressed } from '../problem/published.ts';
import type { Solver } from '../program/solver.ts';

/** How far the search has come. */
export interface SearchProgress {
  /** Rounds done. */
  readonly round: number;
  /** Inequalities found in the last round; none means that the pattern is safe. */
  readonly cuts: number;
  /** Choices suppressed in the last round. */
  readonly taken: number;
}

/** The task is made once by whoever starts a search, and is handed to each step in place of the problem. */
export class SearchTask {
  /** The choices of the problem, and in `always` what every pattern suppresses. */
  readonly choices: Choices;

  /**
   * width       protection level: the least length of each suppressed cell's feasibility interval, as in `audit`
   * solver      of linear and integer programs; deterministic, see `Solver`
   * onProgress  is called after each round
   * cost        one pass over the problem
   */
  constructor(
    readonly problem: ProtectionProblem,
    readonly width: number,
    readonly solver: Solver,
    readonly onProgress?: (progress: SearchProgress) => void,
  ) {
    this.choices = choicesOf(problem);
  }

  /**
   * Audits a pattern as an external attacker sees it, with every suppressed value erased.
   *
   * suppressed  1 where suppressed, length n
   * throws      RangeError where the width is no integer ≥ 1. Cost: that of `audit`.
   */
  audit(suppressed: Uint8Array, options?: AuditOptions): Audit {
    return audit(eraseSuppressed(this.problem, suppressed), this.width, this.solver, options);
  }

  /** Secondary suppressions of the pattern, 1 where suppressed, in sum of their public costs. Cost: one pass. */
  costOf(suppressed: Uint8Array): number {
    const { always } = this.choices;
    return this.problem.cost.reduce(
      (sum, cost, cell) => sum + (suppressed[cell]! > always[cell]! ? cost : 0),
      0,
    );
  }
}
