/** The rows of a summary: the region tree, and the school types of each district. */
import { regionAt, type RegionKey } from '../rules/region.ts';

export interface RowPlace {
  /** `region`: state → district → county. `school-type`: a school type in a district. */
  readonly table: 'region' | 'school-type';
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
 * district by key × school type by code point.
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
  const districts = byRegion('district');
  const types = districts.flatMap(({ region, schools: inDistrict }) =>
    grouped(schools, (school) => school.type, inDistrict).map(([schoolType, members]): RowOfSchools => ({
      table: 'school-type',
      region,
      schoolType,
      schools: members,
    })),
  );
  return [...byRegion('state'), ...districts, ...byRegion('county'), ...types];
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
