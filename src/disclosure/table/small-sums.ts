/** Disclosure by differencing: sums of suppressed cells that follow from a published total minus its published parts. */
import { listAt, listCount, type ProtectionProblem } from '../problem/problem.ts';

/** Suppressed cells of one relation whose sum is derivable. */
export interface SmallSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * Finds derivable sums of suppressed cells below the threshold: no pattern for single cells protects a sum of several. Only
 * single relations are examined, not several together.
 *
 * suppressed   1 where suppressed, length n
 * k        sums below it are found
 * returns  in the order of relations. Cost: one pass.
 */
export function smallSums(
  { relations, values }: ProtectionProblem,
  suppressed: Uint8Array,
  k: number,
): SmallSum[] {
  const found: SmallSum[] = [];
  for (let relation = 0; relation < listCount(relations); relation++) {
    let total = -1;
    let left = 0;
    const parts: number[] = [];
    listAt(relations, relation).forEach((cell, at) => {
      const isTotal = relations.sign[relations.start[relation]! + at] === -1;
      if (isTotal) total = cell;
      else if (suppressed[cell] === 1) parts.push(cell);
      if (isTotal || suppressed[cell] === 0) left += isTotal ? values[cell]! : -values[cell]!;
    });
    if (parts.length > 0 && suppressed[total] === 0 && left < k) found.push({ total, parts });
  }
  return found;
}
