/** The linear audit: which suppressed cells are derivable from the published linear relations alone. */
import { randomSolutions } from './elimination.ts';
import { UNPUBLISHED, type ProtectionProblem } from '../problem/problem.ts';

/**
 * The linearly disclosed cells: those tested ones whose value is derivable from the published cells by addition and subtraction.
 *
 * A cell that is zero in both of two random solutions is determined. The solutions are taken modulo a prime of 26 bits, which
 * gives another answer than exact arithmetic only if that prime divides a determinant of the relations: never in two-way
 * tables, whose relations are totally unimodular.
 *
 * suppressed  1 where a cell is suppressed, length n
 * returns     indices of cells, ascending; equal input gives equal output
 * cost        one sparse elimination of the relations among suppressed cells
 */
export function linearlyDisclosed(problem: ProtectionProblem, suppressed: Uint8Array): Int32Array {
  const [first, second] = randomSolutions(problem.relations, suppressed);
  const disclosed: number[] = [];
  for (let at = 0; at < suppressed.length; at++) {
    if (suppressed[at] !== 1 || problem.status[at] === UNPUBLISHED) continue;
    if (first[at] === 0 && second[at] === 0) disclosed.push(at);
  }
  return Int32Array.from(disclosed);
}
