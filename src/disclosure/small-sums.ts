/** Sums of hidden cells that a published table tells: what is left of an open total when its open parts are taken away. */
import { listAt, listCount, type Problem } from './problem.ts';

/** Hidden cells of one relation whose sum everybody can tell. */
export interface SmallSum {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * No pattern for single cells keeps a sum of several from being told, and it may itself be below the
 * threshold. Only what a single relation tells is looked at, not what several do together.
 *
 * hidden   1 where hidden, length n
 * k        sums below it are found
 * returns  in the order of relations. Cost: one pass.
 */
export function smallSums({ relations, values }: Problem, hidden: Uint8Array, k: number): SmallSum[] {
  const found: SmallSum[] = [];
  for (let relation = 0; relation < listCount(relations); relation++) {
    let total = -1;
    let left = 0;
    const parts: number[] = [];
    listAt(relations, relation).forEach((cell, at) => {
      const isTotal = relations.sign[relations.start[relation]! + at] === -1;
      if (isTotal) total = cell;
      else if (hidden[cell] === 1) parts.push(cell);
      if (isTotal || hidden[cell] === 0) left += isTotal ? values[cell]! : -values[cell]!;
    });
    if (parts.length > 0 && hidden[total] === 0 && left < k) found.push({ total, parts });
  }
  return found;
}
