/** Small problems written down by name: a sum is called after its parts. */
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import { LOCKED, OPEN, PRIMARY, type Problem } from '../../src/disclosure/problem.ts';

export interface NamedProblem {
  readonly problem: Problem;
  /** Names of what is hidden. */
  of(hidden: Uint8Array): string;
  index(name: string): number;
}

/**
 * Every part is 7 and may be anything from 0 on.
 *
 * cost      what hiding costs (0: must be hidden, Infinity or not said: public already)
 * together  parts that are hidden all or none
 */
export function problemByName(
  cost: Readonly<Record<string, number>>,
  sums: readonly string[],
  together: readonly string[] = [],
): NamedProblem {
  const builder = new ProblemBuilder();
  const cells = new Map<string, number>();
  const add = (label: string, value: number): void => {
    const own = cost[label] ?? Infinity;
    const status = own === 0 ? PRIMARY : own === Infinity ? LOCKED : OPEN;
    const price = status === OPEN ? own : 1;
    cells.set(label, builder.cell({ label, value, status, cost: price, lower: 0, upper: Infinity }));
  };
  for (const part of [...new Set(sums.join(''))].sort()) add(part, 7);
  for (const sum of sums) {
    add(sum, 7 * sum.length);
    builder.relation(cells.get(sum)!, Array.from(sum, (part) => cells.get(part)!)); // prettier-ignore
  }
  for (const group of together) builder.together(Array.from(group, (part) => cells.get(part)!)); // prettier-ignore
  const names = [...cells.keys()];
  return {
    problem: builder.build(),
    of: (hidden) => names.filter((_, cell) => hidden[cell] === 1).join(' '),
    index: (name) => cells.get(name)!,
  };
}
