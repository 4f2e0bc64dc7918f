/** Small problems written down by name: a sum is called after its parts. */
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';
import {
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  type ProtectionProblem,
} from '../../src/disclosure/problem/problem.ts';

export interface NamedProblem {
  readonly problem: ProtectionProblem;
  /** Names of what is suppressed. */
  of(suppressed: Uint8Array): string;
  index(name: string): number;
}

/**
 * Every part is 7 and may be anything from 0 on.
 *
 * cost      what suppressing costs (0: must be suppressed, Infinity or not said: public already)
 * together  parts that are suppressed all or none
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
    const status = own === 0 ? PRIMARY : own === Infinity ? LOCKED : PUBLISHABLE;
    const price = status === PUBLISHABLE ? own : 1;
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
    of: (suppressed) => names.filter((_, cell) => suppressed[cell] === 1).join(' '),
    index: (name) => cells.get(name)!,
  };
}
