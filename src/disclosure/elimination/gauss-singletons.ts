/** Singleton disclosure: sums of suppressed cells at their lower bound must not be derivable, although no cell shows them. */
import { randomSolutions } from './elimination.ts';
import { listCount, type ProtectionProblem, type Relations } from '../problem/problem.ts';
import { residue } from './residues.ts';

/**
 * Ties the singletons, that is, the suppressed cells at their lower bound. If a derivable sum contains only singletons, all
 * of them are disclosed: none can be smaller, so none can be larger. So each singleton is replaced by a random multiple of
 * one extra unknown; then a sum of singletons is derivable only if that unknown is, with a false negative once in 6.7·10⁷
 * sums.
 *
 * suppressed  1 where a cell is always suppressed, length n
 * unknown     1 where a cell may be suppressed, length n; the multiples satisfy the relations of these cells, for every
 *             attacker knows as much
 * returns     the relations in which cell n stands for the singletons; signs are residues
 * cost        that of `randomSolutions`
 * source      Langsrud, Secondary Cell Suppression by Gaussian Elimination, PSD 2024, on singletons
 */
export function withSingletonsTied(
  problem: ProtectionProblem,
  suppressed: Uint8Array,
  unknown: Uint8Array,
): Relations {
  const { relations, values, lower } = problem;
  const [multiple] = randomSolutions(relations, unknown);
  const start = [0];
  const cell: number[] = [];
  const sign: number[] = [];
  for (let relation = 0; relation < listCount(relations); relation++) {
    let tied = 0;
    for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++) {
      const one = relations.cell[at]!;
      if (suppressed[one] === 1 && values[one] === lower[one]) {
        tied = residue(tied + relations.sign[at]! * multiple[one]!);
      } else {
        cell.push(one);
        sign.push(relations.sign[at]!);
      }
    }
    if (tied !== 0) {
      cell.push(suppressed.length);
      sign.push(tied);
    }
    start.push(cell.length);
  }
  return { start: Int32Array.from(start), cell: Int32Array.from(cell), sign: Int32Array.from(sign) };
}
