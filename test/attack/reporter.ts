/** (c): a reporter, who knows the own reports of all versions and subtracts them; holds every row that anybody holds, and knows why numbers are hidden. */
import type { SchoolNumber } from './contributors.ts';
import { intervals, type Effort, type Interval, type Solver } from './intervals.ts';
import type { Known, Own, Place } from './published.ts';
import { readerOfCauses } from './causes.ts';
import { Reader } from './reader.ts';
import { constant, DoesNotFit, minus, type Expression } from './unknowns.ts';

export interface ReporterTargets {
  /** Hidden places in which others stand. */
  readonly places: readonly Place[];
  /** Numbers of other schools, one by one. */
  readonly numbers: readonly SchoolNumber[];
  /** Changes of other schools to the version that is named. */
  readonly changes: readonly SchoolNumber[];
}

/**
 * What the others put into a place is as wide as the place, for the own share is known.
 *
 * own  of one school, or of two that are reported by the same hand; both count as one contributor
 */
export function reporter(
  known: Known,
  own: Own,
  { places, numbers, changes }: ReporterTargets,
  solver: Solver,
  effort?: Effort,
): Interval[] {
  const singles = new Set([...numbers, ...changes].map(({ school }) => school));
  const lens = { own, singles, counted: effort?.isCounted ?? true };
  try {
    return subtracted(readerOfCauses(known, lens), known, { places, numbers, changes }, solver, effort);
  } catch (error) {
    // Where the rules about causes were not kept, less is assumed.
    if (!(error instanceof DoesNotFit)) throw error;
    return subtracted(new Reader(known, lens), known, { places, numbers, changes }, solver, effort);
  }
}

function subtracted(
  reader: Reader,
  known: Known,
  { places, numbers, changes }: ReporterTargets,
  solver: Solver,
  effort: Effort | undefined,
): Interval[] {
  const within = (number: SchoolNumber, version: number): Expression =>
    known.versions[version]!.reported.has(number.school)
      ? reader.school(number.school, version, number)
      : constant(0);
  return intervals(
    reader.unknowns,
    [
      ...places.map((place) => reader.cell(place)),
      ...numbers.map((number) => within(number, number.version)),
      ...changes.map((change) => minus(within(change, change.version), within(change, change.version - 1))),
    ],
    known.rules.width,
    solver,
    effort,
  );
}
