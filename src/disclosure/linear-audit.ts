/** Which hidden cells the equations alone give away, whatever else a reader knows. */
import { randomSolutions } from './elimination.ts';
import { UNKNOWN, type Problem } from './problem.ts';

/**
 * The tested hidden cells whose value follows from the published ones by addition and subtraction.
 *
 * A cell that is zero in both of two random solutions cannot move. Sums are taken modulo a prime of 26 bits instead of
 * exactly, which tells another answer only where that prime divides a determinant of the
 * relations: never in two-way tables, all of whose determinants are -1, 0 or 1.
 *
 * hidden   1 where a cell is hidden, length n
 * returns  indices of cells, ascending; equal input gives equal output
 * cost     one sparse elimination of the relations among hidden cells
 */
export function linearlyDisclosed(problem: Problem, hidden: Uint8Array): Int32Array {
  const [first, second] = randomSolutions(problem.relations, hidden);
  const disclosed: number[] = [];
  for (let at = 0; at < hidden.length; at++) {
    if (hidden[at] !== 1 || problem.status[at] === UNKNOWN) continue;
    if (first[at] === 0 && second[at] === 0) disclosed.push(at);
  }
  return Int32Array.from(disclosed);
}
