/** Shows again what need not be hidden. */
import { audit, type Audit } from './audit.ts';
import { listAt, listCount, type Problem } from './problem.ts';
import { publish } from './published.ts';
import type { Solver } from './solver.ts';

/** Above this many candidates the pass would cost more than it gains. */
const MOST_CANDIDATES = 400;

/**
 * Tries to show each complementary cell again, the dearest first, and keeps it shown if all that stay
 * hidden are still safe. Nothing is tried when there are more than MOST_CANDIDATES.
 *
 * primary  1 where a cell must stay hidden; hidden: 1 where hidden, a safe pattern; changed in place
 * memory   of the audits of this problem and width
 * returns  whether anything is shown again. Cost: one audit per candidate, of the systems it touches.
 */
export function unhideSuperfluous(
  problem: Problem,
  width: number,
  solver: Solver,
  primary: Uint8Array,
  hidden: Uint8Array,
  memory: Map<string, Audit>,
): boolean {
  const candidates = complementaryGroups(problem, primary, hidden);
  if (candidates.length > MOST_CANDIDATES) return false;
  let changed = false;
  for (const cells of candidates) {
    for (const cell of cells) hidden[cell] = 0;
    const found = audit(publish(problem, hidden), width, solver, { memory, stopAtFirst: true });
    if (found.safe) changed = true;
    else for (const cell of cells) hidden[cell] = 1;
  }
  return changed;
}

/** Complementary cells with what is hidden together with them, by descending cost, then by position. */
function complementaryGroups(problem: Problem, primary: Uint8Array, hidden: Uint8Array): number[][] {
  const group = new Map<number, number[]>();
  for (let at = 0; at < listCount(problem.together); at++) {
    const members = [...listAt(problem.together, at)];
    for (const cell of members) group.set(cell, members);
  }
  const groups: number[][] = [];
  for (let cell = 0; cell < hidden.length; cell++) {
    if (hidden[cell] !== 1 || primary[cell] === 1) continue;
    const members = group.get(cell) ?? [cell];
    if (members[0] === cell) groups.push(members);
  }
  const cost = (cells: number[]): number => cells.reduce((sum, cell) => sum + problem.cost[cell]!, 0);
  return groups.sort((one, other) => cost(other) - cost(one) || one[0]! - other[0]!);
}
