/** (a), (b), (e): knows every shown number, every sum, the register and the rules, and reckons in whole numbers. */
import { intervals, type Effort, type Interval, type Solver } from './intervals.ts';
import type { Known, Place } from './published.ts';
import { Reader } from './reader.ts';

/** How low and how high each of some hidden places can be; of several versions, with all of them in hand. */
export function outsider(
  known: Known,
  places: readonly Place[],
  solver: Solver,
  effort?: Effort,
): Interval[] {
  const reader = new Reader(known, { counted: effort?.isCounted ?? true });
  return intervals(
    reader.unknowns,
    places.map((place) => reader.cell(place)),
    known.rules.width,
    solver,
    effort,
  );
}
