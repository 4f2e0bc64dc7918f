/** The guard against insiders: suppresses more until two feasible tables of each contributor lie apart at every sensitive cell. */
import { InsiderMoves } from './insider-moves.ts';
import { LOCKED, PRIMARY, UNPUBLISHED, type ProtectionProblem } from '../problem/problem.ts';
import type { Solver } from '../program/solver.ts';
import { NoSafePattern } from '../search/no-safe-pattern.ts';
import { suppress, type Pattern, type SuppressOptions } from '../search/suppress.ts';
import { seenBy } from './seen-by.ts';
import { NO_ZEROS, type ContributorShares, type Insiders } from './shares.ts';

/** A pattern that holds against insiders; the cells suppressed in addition are not proved against external attackers yet. */
export interface Guarded {
  readonly problem: ProtectionProblem;
  /** The pattern before the guard, with its proof. */
  readonly before: Pattern;
  /** The pattern after the guard has 1 where suppressed, length n. */
  readonly suppressed: Uint8Array;
  /** Whether the guard suppressed anything. */
  readonly isMore: boolean;
}

/**
 * Guards every sensitive suppressed cell and every zero that nobody may derive. `InsiderMoves` finds the proofs, which are
 * moves of the true table, so none of them leaves this function. Where a proof is missing, suppressing more makes the
 * cheapest one. That undoes no other proof, for a feasible table stays feasible when more is suppressed.
 *
 * throws  NoSafePattern with the cells that some contributor derives whatever is suppressed
 * cost    some small programs a sensitive cell; where no move of the true table was found, a search over all feasible tables
 *         for one contributor after the other
 */
export function guardAgainstInsiders(
  problem: ProtectionProblem,
  pattern: Pattern,
  insiders: Insiders,
  width: number,
  solver: Solver,
  options: SuppressOptions,
): Guarded {
  const suppressed = pattern.suppressed.slice();
  const moves = new InsiderMoves(problem, insiders.shares, suppressed, width, solver);
  const again = (seen: ProtectionProblem): Pattern =>
    suppress(seen, width, solver, { ...options, effort: 'fast' });
  const isTested = (cell: number): boolean =>
    suppressed[cell] === 1 && insiders.sensitive[cell] === 1 && problem.status[cell] !== UNPUBLISHED;
  const guard = new CellGuard(problem, insiders.shares, suppressed, moves, again);
  const failing = [...suppressed.keys()].filter((cell) => isTested(cell) && !guard.holds(cell));
  failing.push(...zerosWithoutRoom(insiders, moves));
  if (failing.length > 0) throw new NoSafePattern(failing);
  closeToStrangers(moves);
  return { problem, before: pattern, suppressed, isMore: moves.fresh.length > 0 };
}

/** Guards one sensitive cell after the other against everybody who contributes. */
class CellGuard {
  constructor(
    private readonly problem: ProtectionProblem,
    private readonly shares: ContributorShares,
    private readonly suppressed: Uint8Array,
    private readonly moves: InsiderMoves,
    private readonly again: (seen: ProtectionProblem) => Pattern,
  ) {}

  /** Suppresses more until no contributor derives the cell; false where that cannot be. */
  holds(cell: number): boolean {
    const { moves } = this;
    for (let gap = moves.gapAt(cell); gap; gap = moves.gapAt(cell)) {
      if (moves.close(gap)) continue;
      // What one search suppresses may make the move that proves the cell to all others.
      const contributor = gap.contributor ?? moves.unsettledAt(cell);
      if (contributor === undefined) return true;
      if (!this.holdsAgainst(cell, contributor)) return false;
    }
    return true;
  }

  /** Searches among all tables that are feasible for the contributor; it is used where no move of the true table is integral. */
  private holdsAgainst(cell: number, contributor: string): boolean {
    const { suppressed, moves } = this;
    const seen = seenBy(this.problem, this.shares, contributor);
    const status = seen.status.map((old, at) => {
      if (at === cell) return PRIMARY;
      return old !== LOCKED && suppressed[at] === 1 ? UNPUBLISHED : old;
    });
    try {
      moves.suppress(this.again({ ...seen, status }).suppressed.subarray(0, suppressed.length));
    } catch (error) {
      if (error instanceof NoSafePattern) return false;
      throw error;
    }
    moves.settle(cell, contributor);
    return true;
  }
}

/** Gives zeros that nobody may derive room to be something; returns the first zero of each group for which no move does. */
function zerosWithoutRoom({ zeros = NO_ZEROS }: Insiders, moves: InsiderMoves): number[] {
  return zeros.groups.flatMap(([first = -1, ...others]) =>
    moves.giveRoom(first, others, zeros.least) ? [] : [first],
  );
}

/** Closes the gaps of cells suppressed in addition, and of those suppressed together with them, which no move may change yet. */
function closeToStrangers(moves: InsiderMoves): void {
  for (let many = -1; many !== moves.fresh.length;) {
    many = moves.fresh.length;
    for (const cell of [...moves.fresh]) moves.closeToStrangers(cell);
  }
}
