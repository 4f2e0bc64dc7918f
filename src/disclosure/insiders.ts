/** Insiders: contributors who know what they put into a cell, and subtract it. */
import { audit } from './audit.ts';
import { independentParts, within } from './excerpt.ts';
import { InsiderMoves } from './insider-moves.ts';
import { NoSafePattern } from './no-safe-pattern.ts';
import { LOCKED, PRIMARY, UNKNOWN, type Problem } from './problem.ts';
import { publish } from './published.ts';
import { seenBy } from './seen-by.ts';
import type { Shares } from './shares.ts';
import type { Solver } from './solver.ts';
import { protect, type ProtectOptions } from './suppress.ts';

/** What is said of the contributors to the cells of a problem. */
export interface Insiders {
  readonly shares: Shares;
  /** 1 for cells that no contributor may tell, length n. */
  readonly sensitive: Uint8Array;
  /**
   * Zeros that nobody is to tell, though no pattern hides a zero: groups of cells of which the first may be `least` or
   * more, and then the others of its group are something too.
   */
  readonly zeros?: { readonly groups: readonly (readonly number[])[]; readonly least: number };
}

const NO_ZEROS = { groups: [], least: 1 } as const;

/** 1 where hidden, length n; how many programs the proof against strangers took. */
export interface InsiderPattern {
  readonly hidden: Uint8Array;
  readonly solved: number;
}

/**
 * A pattern that keeps the width against the reader of `audit` and against each contributor.
 *
 * A contributor knows the own share of every cell. What is left of the cell is what the others put in: nothing, or at
 * least their least, and pairs hold for it as they hold for the whole. We give it more than that, namely which cells
 * each contributor stands in, so it knows the cells that it is alone in. `InsiderMoves` finds the proofs: changes of the
 * true table, so none of them leaves this function. Where one is missing, the cheapest is made by hiding more. That
 * undoes no proof, for a table that fits still does so when more is hidden; what is hidden anew is then held against
 * strangers like the rest.
 *
 * Tested are the sensitive cells. To learn another one is no harm: it may be shown by the rules.
 *
 * insiders of a pair, each contributor's share of the smaller cell is at most that of the larger
 * options  of the search against strangers, which comes first
 * throws   NoSafePattern
 * cost     the search against strangers, some small programs a sensitive cell, and another search where more is hidden
 */
export function protectFromInsiders(
  problem: Problem,
  { shares, sensitive, zeros = NO_ZEROS }: Insiders,
  width: number,
  solver: Solver,
  options: ProtectOptions = {},
): InsiderPattern {
  const whole = new Uint8Array(problem.values.length);
  let solved = 0;
  // Each part is small enough for a better search than the whole, and no work in it goes over the whole.
  for (const part of independentParts(problem)) {
    const at = new Map([...part.cells].map((cell, number) => [cell, number]));
    const groups = zeros.groups.flatMap((group) =>
      group.every((cell) => at.has(cell)) ? [group.map((cell) => at.get(cell)!)] : [],
    );
    const own: Insiders = {
      zeros: { ...zeros, groups },
      shares: Array.from(part.cells, (cell) => shares[cell]!),
      sensitive: Uint8Array.from(part.cells, (cell) => sensitive[cell]!),
    };
    const found = within(part, () => protectPart(part.problem, own, width, solver, options));
    part.cells.forEach((cell, at) => (whole[cell]! |= found.hidden[at]!));
    solved += found.solved;
  }
  return { hidden: whole, solved };
}

function protectPart(
  problem: Problem,
  { shares, sensitive, zeros = NO_ZEROS }: Insiders,
  width: number,
  solver: Solver,
  options: ProtectOptions,
): InsiderPattern {
  const again: ProtectOptions = { ...options, effort: 'fast' };
  const before = protect(problem, width, solver, options);
  const hidden = before.hidden.slice();
  const moves = new InsiderMoves(problem, shares, hidden, width, solver);

  /** Where no change of the true table is a whole one: by a search among all tables that the contributor believes. */
  const isSettled = (cell: number, contributor: string): boolean => {
    const seen = seenBy(problem, shares, contributor);
    const status = seen.status.map((old, at) => {
      if (at === cell) return PRIMARY;
      return old !== LOCKED && hidden[at] === 1 ? UNKNOWN : old;
    });
    try {
      moves.hide(protect({ ...seen, status }, width, solver, again).hidden.subarray(0, hidden.length));
    } catch (error) {
      if (error instanceof NoSafePattern) return false;
      throw error;
    }
    moves.settle(cell, contributor);
    return true;
  };
  const isKept = (cell: number): boolean => {
    for (let gap = moves.gapAt(cell); gap; gap = moves.gapAt(cell)) {
      if (moves.close(gap)) continue;
      if (gap.contributor === undefined) return moves.othersAt(cell).every((one) => isSettled(cell, one));
      if (!isSettled(cell, gap.contributor)) return false;
    }
    return true;
  };
  const isTested = (cell: number): boolean =>
    hidden[cell] === 1 && sensitive[cell] === 1 && problem.status[cell] !== UNKNOWN;
  const told = [...hidden.keys()].filter((cell) => isTested(cell) && !isKept(cell));
  for (const group of zeros.groups) {
    const [first = -1, ...others] = group;
    if (!moves.giveRoom(first, others, zeros.least)) told.push(first);
  }
  if (told.length > 0) throw new NoSafePattern(told);
  // What came now is hidden together with others, and may stand where no move changes it yet.
  for (let many = -1; many !== moves.fresh.length;) {
    many = moves.fresh.length;
    for (const cell of [...moves.fresh]) moves.closeToStrangers(cell);
  }
  const solved = before.audit.solved;
  if (moves.fresh.length === 0) return { hidden, solved };
  // What was hidden before is proved; only what came now is asked about.
  const status = problem.status.map((old, cell) => {
    if (hidden[cell] === 0) return old;
    return before.hidden[cell] === 1 ? UNKNOWN : PRIMARY;
  });
  const proof = audit(publish({ ...problem, status }, hidden), width, solver);
  if (proof.safe) return { hidden, solved: solved + proof.solved };
  const after = protect({ ...problem, status }, width, solver, again);
  return { hidden: after.hidden, solved: solved + after.audit.solved };
}
