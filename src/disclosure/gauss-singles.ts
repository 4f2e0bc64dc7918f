/** Sums that nobody may learn although no cell shows them: those of hidden cells at the end of their domain. */
import { randomSolutions } from './elimination.ts';
import { listCount, type Problem, type Relations } from './problem.ts';
import { residue } from './residues.ts';

/**
 * Two hidden ones whose sum is told are known to a reader who reckons with one at least, whichever relations tell it
 * together. So each such cell is a random multiple of one more unknown here, and what tells a sum of theirs tells
 * that; it is missed by chance once in 6.7·10⁷ sums.
 *
 * hidden   1 where a cell is always hidden, length n
 * unknown  1 where a cell may be hidden, length n; the multiples solve what the relations say of these, for that
 *          much any reader knows
 * returns  the relations in which cell n stands for the hidden cells at their least value; signs are residues
 * source   Langsrud, Secondary Cell Suppression by Gaussian Elimination, PSD 2024, on singletons
 */
export function withSinglesTied(problem: Problem, hidden: Uint8Array, unknown: Uint8Array): Relations {
  const { relations, values, lower } = problem;
  const [multiple] = randomSolutions(relations, unknown);
  const start = [0];
  const cell: number[] = [];
  const sign: number[] = [];
  for (let relation = 0; relation < listCount(relations); relation++) {
    let tied = 0;
    for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++) {
      const one = relations.cell[at]!;
      if (hidden[one] === 1 && values[one] === lower[one]) {
        tied = residue(tied + relations.sign[at]! * multiple[one]!);
      } else {
        cell.push(one);
        sign.push(relations.sign[at]!);
      }
    }
    if (tied !== 0) {
      cell.push(hidden.length);
      sign.push(tied);
    }
    start.push(cell.length);
  }
  return { start: Int32Array.from(start), cell: Int32Array.from(cell), sign: Int32Array.from(sign) };
}
