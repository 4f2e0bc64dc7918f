/** Insiders are contributors who know what they put into a cell and subtract it. Here a table is protected from all of them. */
import { proveAdded, type InsiderPattern } from './added-cells.ts';
import { independentParts, within, type Excerpt } from './excerpt.ts';
import { guardAgainstInsiders } from './insider-guard.ts';
import type { ProtectionProblem } from '../problem/problem.ts';
import type { Solver } from '../program/solver.ts';
import { suppress, type SuppressOptions } from '../search/suppress.ts';
import { NO_ZEROS, type Insiders } from './shares.ts';

export type { InsiderPattern, Insiders };

/**
 * Suppresses cells so that every suppressed cell keeps the width against the external attacker of `audit`, and every
 * sensitive one against each contributor as well. Independent subproblems are protected one by one, in three steps: suppress
 * against external attackers, guard against insiders, prove what the guard suppressed in addition.
 *
 * A contributor knows the own share of every cell. The rest of the cell is what the others put in: nothing, or at least
 * their least, and pairs hold for the rest as they hold for the cells. A contributor is assumed to know more than that,
 * namely which cells each contributor stands in, so it knows the cells that it is alone in. To learn a cell that is not
 * sensitive is no harm: the rules allow to publish it.
 *
 * insiders of a pair, each contributor's share of the smaller cell is at most that of the larger
 * width    protection level: how far apart two feasible tables must lie at a suppressed cell, integer ≥ 1
 * options  of the search against external attackers, which comes first
 * throws   NoSafePattern with cells of the problem
 * cost     the search against external attackers, some small programs a sensitive cell, and another search where more is
 *          suppressed
 */
export function protectFromInsiders(
  problem: ProtectionProblem,
  insiders: Insiders,
  width: number,
  solver: Solver,
  options: SuppressOptions = {},
): InsiderPattern {
  // Each part allows a better search than the whole problem, and no work in it goes over the whole problem.
  const parts = independentParts(problem);
  const patterns = parts.map((part) =>
    within(part, () => {
      const own = insidersOf(part, insiders);
      const pattern = suppress(part.problem, width, solver, options);
      const guarded = guardAgainstInsiders(part.problem, pattern, own, width, solver, options);
      return proveAdded(guarded, width, solver, options);
    }),
  );
  return joined(problem.values.length, parts, patterns);
}

/** Returns the insiders of a part, in the numbers of its cells. */
function insidersOf({ cells }: Excerpt, { shares, sensitive, zeros = NO_ZEROS }: Insiders): Insiders {
  const at = new Map([...cells].map((cell, number) => [cell, number]));
  const groups = zeros.groups.flatMap((group) =>
    group.every((cell) => at.has(cell)) ? [group.map((cell) => at.get(cell)!)] : [],
  );
  return {
    zeros: { ...zeros, groups },
    shares: Array.from(cells, (cell) => shares[cell]!),
    sensitive: Uint8Array.from(cells, (cell) => sensitive[cell]!),
  };
}

/** Joins the patterns of the parts to one of the problem. */
function joined(
  size: number,
  parts: readonly Excerpt[],
  patterns: readonly InsiderPattern[],
): InsiderPattern {
  const suppressed = new Uint8Array(size);
  patterns.forEach((pattern, part) => {
    parts[part]!.cells.forEach((cell, at) => (suppressed[cell]! |= pattern.suppressed[at]!));
  });
  return { suppressed, solved: patterns.reduce((sum, { solved }) => sum + solved, 0) };
}
