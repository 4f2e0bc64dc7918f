/** The rows of a summary: the region tree, and the school types of each district. */
import { isWithin, levelOf, regionAt, type RegionKey, type RegionLevel } from '../rules/region.ts';

export interface RowPlace {
  /**
   * `region`: state → district → county. `school-type`: a school type in a district. `county-type`: a school
   * type in a county, which nobody publishes and every reader with a list of schools can reckon with.
   */
  readonly table: 'region' | 'school-type' | 'county-type';
  readonly region: RegionKey;
  /** Null in the region table. */
  readonly schoolType: string | null;
}

export interface RowOfSchools extends RowPlace {
  /** Indexes of the expected schools in it, ascending. */
  readonly schools: readonly number[];
}

/**
 * Every place with an expected school, in a fixed order: states, districts, counties, each by key; then
 * district by key × school type by code point, and last, county by key × school type.
 *
 * throws  RangeError for a school whose region is wider than a county, by that region
 */
export function rowsOf(schools: readonly { region: RegionKey; type: string }[]): RowOfSchools[] {
  const byRegion = (level: 'state' | 'district' | 'county'): RowOfSchools[] =>
    grouped(schools, (school) => at(school.region, level)).map(([region, members]) => ({
      table: 'region',
      region: region as RegionKey,
      schoolType: null,
      schools: members,
    }));
  const byType = (regions: readonly RowOfSchools[], table: RowPlace['table']): RowOfSchools[] =>
    regions.flatMap(({ region, schools: within }) =>
      grouped(schools, (school) => school.type, within).map(([schoolType, members]): RowOfSchools => ({
        table,
        region,
        schoolType,
        schools: members,
      })),
    );
  const districts = byRegion('district');
  const counties = byRegion('county');
  return [
    ...byRegion('state'),
    ...districts,
    ...counties,
    ...byType(districts, 'school-type'),
    ...byType(counties, 'county-type'),
  ];
}

/** Whether a row leaves the house. */
export const isPublished = ({ table }: RowPlace): boolean => table !== 'county-type';

/** Which rows make up which: districts the state; counties, and likewise school types, their district; and so on. */
export function sumsOf(rows: readonly RowPlace[]): [total: number, parts: number[]][] {
  const rowsAt = (wanted: (row: RowPlace) => boolean): number[] =>
    rows.flatMap((row, at) => (wanted(row) ? [at] : []));
  const regionsIn = (total: RowPlace, level: RegionLevel): number[] =>
    rowsAt(
      (row) => row.table === 'region' && levelOf(row.region) === level && isWithin(row.region, total.region),
    );
  const typesIn = (total: RowPlace, table: RowPlace['table']): number[] =>
    rowsAt((row) => row.table === table && isWithin(row.region, total.region));
  const partsOf = (total: RowPlace): number[][] => {
    if (total.table === 'county-type') return [];
    if (total.table === 'school-type')
      return [typesIn(total, 'county-type').filter((at) => rows[at]!.schoolType === total.schoolType)];
    const level = levelOf(total.region);
    if (level === 'state') return [regionsIn(total, 'district')];
    if (level === 'county') return [typesIn(total, 'county-type')];
    return [regionsIn(total, 'county'), typesIn(total, 'school-type')];
  };
  return rows.flatMap((total, at) => partsOf(total).map((parts): [number, number[]] => [at, parts]));
}

function at(region: RegionKey, level: 'state' | 'district' | 'county'): string {
  const found = regionAt(region, 'county') && regionAt(region, level);
  if (found === undefined) throw new RangeError(`Region ${region} of a school is wider than a county.`);
  return found;
}

function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  among: readonly number[] = all.map((_, index) => index),
): [string, number[]][] {
  const groups = new Map<string, number[]>();
  for (const index of among) {
    const key = keyOf(all[index]!);
    const members = groups.get(key);
    if (members) members.push(index);
    else groups.set(key, [index]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}
