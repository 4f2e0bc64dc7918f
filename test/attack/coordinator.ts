/** (l): a coordinator, who knows which schools of the county reported, were returned and came back, and chose whom to return. */
import type { SchoolNumber } from './contributors.ts';
import type { Effort, Interval, Solver } from './intervals.ts';
import { hiddenPlaces, type Known, type Place } from './published.ts';
import { releases } from './releases.ts';

/** Only the rows that a coordinator holds: county, district and state, of all school types. */
export function viewOf(known: Known, county: string): Known {
  return {
    ...known,
    versions: known.versions.map((version) => ({
      ...version,
      rows: version.rows.filter(({ region, schoolType }) => schoolType === '' && county.startsWith(region)),
    })),
  };
}

/**
 * How far hidden numbers of these rows, and changes of single schools of the county, can be told.
 *
 * view  see `viewOf`; places are of this view
 */
export function coordinator(
  view: Known,
  targets: { places: readonly Place[]; changes: readonly SchoolNumber[] },
  solver: Solver,
  effort?: Effort,
): { places: Interval[]; changes: Interval[] } {
  const hidden = new Set(hiddenPlaces(view).map((place) => JSON.stringify(place)));
  if (!targets.places.every((place) => hidden.has(JSON.stringify(place))))
    throw new Error('A place is not in the rows of this coordinator.');
  return releases(view, targets, solver, { effort });
}
