/** The check that a table is feasible, against everything published, in one piece: shares no code with the audit. */
import { listCount } from '../../src/disclosure/problem/problem.ts';
import type { Published } from '../../src/disclosure/problem/published.ts';

/**
 * Whether a table of whole numbers could be the true one, for all that is published.
 *
 * table  value per cell, length n
 * Cost: one pass over cells and relations; exact, no tolerance.
 */
export function fits(published: Published, table: Float64Array): boolean {
  const { shown, suppressed, lower, upper, relations, atMost } = published;
  for (let cell = 0; cell < suppressed.length; cell++) {
    const value = table[cell]!;
    if (!Number.isSafeInteger(value)) return false;
    if (suppressed[cell] === 0 ? value !== shown[cell] : value < lower[cell]! || value > upper[cell]!)
      return false;
  }
  for (let relation = 0; relation < listCount(relations); relation++) {
    let sum = 0;
    for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++) {
      sum += relations.sign[at]! * table[relations.cell[at]!]!;
    }
    if (sum !== 0) return false;
  }
  for (let at = 0; at < atMost.length; at += 2) {
    if (table[atMost[at]!]! > table[atMost[at + 1]!]!) return false;
  }
  return true;
}
