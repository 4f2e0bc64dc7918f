/** A problem and a pattern in the plain words of the brute-force attacker. */
import { listAt, listCount, type ProtectionProblem } from '../../src/disclosure/problem/problem.ts';
import type { Facts } from './brute-force.ts';

/** cap: stands in for an upper end that is infinite. */
export function factsOf(problem: ProtectionProblem, suppressed: Uint8Array, cap = 200): Facts {
  const relations = Array.from({ length: listCount(problem.relations) }, (_, at) => [
    ...listAt(problem.relations, at),
  ]);
  const pairs = Array.from({ length: problem.atMost.length / 2 }, (_, at): [number, number] => [
    problem.atMost[2 * at]!,
    problem.atMost[2 * at + 1]!,
  ]);
  return {
    values: [...problem.values],
    suppressed: [...suppressed].map((mark) => mark === 1),
    lower: [...problem.lower],
    upper: [...problem.upper].map((end) => Math.min(end, cap)),
    relations,
    pairs,
  };
}
