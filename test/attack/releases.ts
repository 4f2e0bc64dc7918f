/** (i): subtracts the versions of a release from each other, and knows which schools came, went or counted again. */
import type { SchoolNumber } from './contributors.ts';
import { intervals, type Effort, type Interval, type Solver } from './intervals.ts';
import type { Known, Own, Place } from './published.ts';
import { readerOfCauses } from './causes.ts';
import { constant, DoesNotFit, minus, type Expression } from './unknowns.ts';

/**
 * How low and how high hidden places of any version can be, and the changes of single schools: from the version
 * before to the one that is named. A school that came adds 0 or at least k, one that went takes as much away, one
 * that counted again has two reports within the rules; all others have the same numbers as before.
 */
export function releases(
  known: Known,
  { places, changes }: { places: readonly Place[]; changes: readonly SchoolNumber[] },
  solver: Solver,
  options: { own?: Own | undefined; effort?: Effort | undefined } = {},
): { places: Interval[]; changes: Interval[] } {
  try {
    return subtracted(known, { places, changes }, solver, { ...options, changesOfThree: true });
  } catch (error) {
    // Where the rule about shown changes was not kept, less is assumed, and mostly more is told.
    if (!(error instanceof DoesNotFit)) throw error;
    return subtracted(known, { places, changes }, solver, { ...options, changesOfThree: false });
  }
}

function subtracted(
  known: Known,
  { places, changes }: { places: readonly Place[]; changes: readonly SchoolNumber[] },
  solver: Solver,
  {
    own,
    effort,
    changesOfThree,
  }: { own?: Own | undefined; effort?: Effort | undefined; changesOfThree: boolean },
): { places: Interval[]; changes: Interval[] } {
  const singles = new Set(changes.map(({ school }) => school));
  const reader = readerOfCauses(known, {
    singles,
    counted: effort?.isCounted ?? true,
    changesOfThree,
    ...(own ? { own } : {}),
  });
  const within = (number: SchoolNumber, version: number): Expression =>
    known.versions[version]!.reported.has(number.school)
      ? reader.school(number.school, version, number)
      : constant(0);
  const told = intervals(
    reader.unknowns,
    [
      ...places.map((place) => reader.cell(place)),
      ...changes.map((change) => minus(within(change, change.version), within(change, change.version - 1))),
    ],
    known.rules.width,
    solver,
    effort,
  );
  return { places: told.slice(0, places.length), changes: told.slice(places.length) };
}
