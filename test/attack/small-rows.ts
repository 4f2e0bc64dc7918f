/** (j): reads rows behind which few schools stand: what they show, that they are there at all, and what their marks say. */
import { intervals, type Effort, type Interval, type Solver } from './intervals.ts';
import {
  columnsOf,
  numberIn,
  standsIn,
  type Expected,
  type Known,
  type Place,
  type Row,
} from './published.ts';
import { Reader } from './reader.ts';

/** All that a row may say. */
const FIELDS = [
  'region',
  'schoolType',
  'schoolsExpected',
  'schoolsReported',
  'pending',
  'consultations',
  'pupils',
];
const FEW = 3;

export interface SmallRow {
  readonly version: number;
  readonly row: Row;
  readonly why: string;
}

/** Rows that should not be there, and marks that no row should have. */
export function marksThatTell({ versions }: Known): SmallRow[] {
  return versions.flatMap(({ rows }, version) =>
    rows.flatMap((row): SmallRow[] => {
      const more = Object.keys(row).filter((field) => !FIELDS.includes(field));
      const district = rows.find(({ region, schoolType }) => region === row.region && schoolType === '');
      const isAlone =
        row.schoolType !== '' && row.schoolsExpected < FEW && (district?.schoolsExpected ?? 0) >= FEW;
      return [
        ...more.map((field) => ({ version, row, why: `says ${field}` })),
        ...(isAlone ? [{ version, row, why: 'is a row of fewer than three expected schools' }] : []),
      ];
    }),
  );
}

/** Places of rows in which fewer than three schools reported: nothing is to be told there, no zero either. */
function smallPlaces({ versions, benefits }: Known): Place[] {
  return versions.flatMap(({ rows }, version) =>
    rows.flatMap((row, at) =>
      row.schoolsReported > 0 && row.schoolsReported < FEW
        ? columnsOf(benefits).map((column): Place => ({ ...column, version, row: at }))
        : [],
    ),
  );
}

/**
 * How low and how high these can be. What is nothing in another row with enough reports is nothing at each of its
 * schools, in that version and until a school hands in another report; that is no doing of the small row, so places that
 * such rows tell together are left out.
 */
export function smallRows(
  known: Known,
  solver: Solver,
  effort?: Effort,
): { places: Place[]; told: Interval[] } {
  const places = smallPlaces(known).filter((place) => {
    const own = known.versions[place.version]!.rows[place.row]!;
    const members = known.register.filter(
      (one) => known.versions[place.version]!.reported.has(one.school) && standsIn(one, own),
    );
    return !members.every((one) => isToldByOthers(known, place, own, one));
  });
  const reader = new Reader(known, { counted: effort?.isCounted ?? true });
  const cells = places.map((place) => reader.cell(place));
  return { places, told: intervals(reader.unknowns, cells, known.rules.width, solver, effort) };
}

/** Whether a row with enough reports says that a school of the small row has nothing there, by the same report. */
function isToldByOthers({ versions }: Known, place: Place, own: Row, member: Expected): boolean {
  for (let version = place.version; version >= 0; version--) {
    const { rows, reported, changed } = versions[version]!;
    if (!reported.has(member.school)) return false;
    const tells = (row: Row): boolean =>
      row !== own && row.schoolsReported >= FEW && numberIn(row, place) === 0 && standsIn(member, row);
    if (rows.some(tells)) return true;
    if (changed.has(member.school)) return false;
  }
  return false;
}
