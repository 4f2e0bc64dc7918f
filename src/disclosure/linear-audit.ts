/** Which hidden cells the equations alone give away, whatever else a reader knows. */
import { solveRelations } from './elimination.ts';
import { UNKNOWN, type Problem } from './problem.ts';
import { residue, residues } from './residues.ts';

/**
 * The tested hidden cells whose value follows from the published ones by addition and subtraction.
 *
 * Two random solutions of the relations with all published cells at zero: a cell that is zero in both cannot
 * move. A cell that can move is zero in both by chance once in 4.5·10¹⁵ cells. Sums are taken modulo a prime of
 * 26 bits instead of exactly, which tells another answer only where that prime divides a determinant of the
 * relations: never in two-way tables, all of whose determinants are -1, 0 or 1.
 *
 * hidden   1 where a cell is hidden, length n
 * returns  indices of cells, ascending; equal input gives equal output
 * cost     one sparse elimination of the relations among hidden cells
 */
export function linearlyDisclosed(problem: Problem, hidden: Uint8Array): Int32Array {
  const { cell, start, others, factors } = solveRelations(problem.relations, hidden);
  const next = residues(1);
  const first = Float64Array.from(hidden, (mark) => mark * next());
  const second = Float64Array.from(hidden, (mark) => mark * next());
  for (let equation = cell.length - 1; equation >= 0; equation--) {
    let [one, two] = [0, 0];
    for (let at = start[equation]!; at < start[equation + 1]!; at++) {
      one = residue(one + factors[at]! * first[others[at]!]!);
      two = residue(two + factors[at]! * second[others[at]!]!);
    }
    first[cell[equation]!] = one;
    second[cell[equation]!] = two;
  }
  const disclosed: number[] = [];
  for (let at = 0; at < hidden.length; at++) {
    if (hidden[at] !== 1 || problem.status[at] === UNKNOWN) continue;
    if (first[at] === 0 && second[at] === 0) disclosed.push(at);
  }
  return Int32Array.from(disclosed);
}
