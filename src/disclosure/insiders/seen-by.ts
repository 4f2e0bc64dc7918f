/** The problem as one insider sees it, who subtracts the own amounts. */
import type { ContributorShares } from './shares.ts';
import { LOCKED, UNPUBLISHED, type ProtectionProblem } from '../problem/problem.ts';

/**
 * The problem as one contributor sees it. A cell that it is alone in is LOCKED, for it is public to it. The lower bound of
 * every other cell in which it has a share is raised to that share and the least that the others put in. The larger
 * cell of a pair exceeds the smaller by at least the difference of its two shares; where that is not 0, the pair is
 * replaced by a relation with a slack cell, which is UNPUBLISHED and appended after all others.
 *
 * shares       per cell of the problem the amounts of its contributors, in the unit of its values
 * contributor  as `shares` names it; one that stands nowhere sees the problem as it is
 * returns      a problem with n cells and one more for each such pair. It follows true amounts, so nothing of it may be
 *              given away. Cost: linear in the problem.
 */
export function seenBy(
  problem: ProtectionProblem,
  shares: ContributorShares,
  contributor: string,
): ProtectionProblem {
  const { lower, relations, atMost, values } = problem;
  const own = shares.map((share) => share.get(contributor));
  const raised = lower.map((end, cell) => {
    const share = own[cell];
    return share ? Math.max(end, share.amount + share.rest) : end;
  });
  const status = problem.status.map((old, cell) => (own[cell] && shares[cell]!.size === 1 ? LOCKED : old));
  const between: { start: number[]; cell: number[]; sign: number[]; value: number[]; lower: number[] } = {
    start: [...relations.start],
    cell: [...relations.cell],
    sign: [...relations.sign],
    value: [],
    lower: [],
  };
  const pairs: number[] = [];
  for (let at = 0; at < atMost.length; at += 2) {
    const [smaller, larger] = [atMost[at]!, atMost[at + 1]!];
    const gap = (own[larger]?.amount ?? 0) - (own[smaller]?.amount ?? 0);
    if (gap === 0 || status[larger] === LOCKED) {
      pairs.push(smaller, larger);
      continue;
    }
    between.cell.push(larger, smaller, values.length + between.value.length);
    between.sign.push(-1, 1, 1);
    between.start.push(between.cell.length);
    between.value.push(values[larger]! - values[smaller]!);
    between.lower.push(gap);
  }
  const added = between.value.length;
  const withMore = (old: Float64Array, more: readonly number[]): Float64Array =>
    Float64Array.from([...old, ...more]);
  const same = (value: number): number[] => new Array<number>(added).fill(value);
  return {
    values: withMore(values, between.value),
    status: Uint8Array.from([...status, ...same(UNPUBLISHED)]),
    lower: withMore(raised, between.lower),
    upper: withMore(problem.upper, same(Infinity)),
    cost: withMore(problem.cost, same(1)),
    relations: {
      start: Int32Array.from(between.start),
      cell: Int32Array.from(between.cell),
      sign: Int32Array.from(between.sign),
    },
    atMost: Int32Array.from(pairs),
    together: problem.together,
    labels: [...problem.labels, ...between.value.map((_, at) => `between pair ${at}`)],
  };
}
