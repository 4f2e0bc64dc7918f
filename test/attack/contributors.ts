/** (h): looks for single schools behind what is shown; as a stranger, or as one of them. */
import { intervals, type Effort, type Interval, type Solver } from './intervals.ts';
import type { Column, Known, Own } from './published.ts';
import { Reader } from './reader.ts';

/** A number of one school in one version. */
export interface SchoolNumber extends Column {
  readonly school: string;
  readonly version: number;
}

/**
 * How low and how high numbers of single schools can be.
 *
 * own  what the attacker reported, if it is a reporter
 */
export function contributors(
  known: Known,
  numbers: readonly SchoolNumber[],
  solver: Solver,
  { own, effort }: { own?: Own | undefined; effort?: Effort | undefined } = {},
): Interval[] {
  const singles = new Set(numbers.map(({ school }) => school));
  const reader = new Reader(known, { singles, counted: effort?.isCounted ?? true, ...(own ? { own } : {}) });
  return intervals(
    reader.unknowns,
    numbers.map((number) => reader.school(number.school, number.version, number)),
    known.rules.width,
    solver,
    effort,
  );
}
