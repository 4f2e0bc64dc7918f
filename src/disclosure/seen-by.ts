/** A problem as one contributor sees it, who takes the own amounts away. */
import type { Shares } from './shares.ts';
import { LOCKED, UNKNOWN, type Problem } from './problem.ts';

/**
 * What the contributor is alone in is public to it; every other cell with a share of it is at least that share and what
 * the others put in at least; and the larger cell of a pair is above the smaller by at least the difference of its shares.
 * A pair whose two cells must lie apart gets a cell for what lies between them, behind all others.
 *
 * returns  knows a true amount, so nothing of it may leave. Cost: linear in the problem.
 */
export function seenBy(problem: Problem, shares: Shares, contributor: string): Problem {
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
    status: Uint8Array.from([...status, ...same(UNKNOWN)]),
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
