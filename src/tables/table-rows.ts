/** The rows of a summary: the region tree, and the school types of each district, small ones merged. */
import { isWithin, levelOf, regionAt, type RegionKey, type RegionLevel } from '../rules/region.ts';

export interface RowPlace {
  /**
   * `region`: state → district → county. `school-type`: a school type in a district. `county-type`: a school
   * type in a county, which is unpublished and yet known to exist to every reader with a list of schools.
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
 * Lists every place with an expected school, in a fixed order: states, districts, counties, each by key; then
 * district by key × school type by code point, and last, county by key × school type. School types of which a
 * district expects fewer schools than the minimum share a row, see `mergedTypes`; so does the county's row.
 *
 * minimum  fewest expected schools of a school type's row
 * throws   RangeError for a school whose region is wider than a county, by that region
 */
export function rowsOf(
  schools: readonly { region: RegionKey; type: string }[],
  minimum: number,
): RowOfSchools[] {
  const names = new Map<string, ReadonlyMap<string, string>>();
  const districtOf = (school: { region: RegionKey }): string => at(school.region, 'district');
  for (const [district, members] of grouped(schools, districtOf)) {
    const many = new Map<string, number>();
    for (const school of members) {
      const { type } = schools[school]!;
      many.set(type, (many.get(type) ?? 0) + 1);
    }
    names.set(district, mergedTypes(many, minimum));
  }
  const typeOf = (school: { region: RegionKey; type: string }): string =>
    names.get(districtOf(school))!.get(school.type)!;
  const byRegion = (level: 'state' | 'district' | 'county'): RowOfSchools[] =>
    grouped(schools, (school) => at(school.region, level)).map(([region, members]) => ({
      table: 'region',
      region,
      schoolType: null,
      schools: members,
    }));
  const byType = (regions: readonly RowOfSchools[], table: RowPlace['table']): RowOfSchools[] =>
    regions.flatMap(({ region, schools: within }) =>
      grouped(schools, typeOf, within).map(([schoolType, members]): RowOfSchools => ({
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

/** This joint stands between the school types of a merged row. */
export const TYPES_TOGETHER = ' + ';

/**
 * Names the row of each school type: the smallest types are merged until the row has enough schools, by expected schools,
 * then by code point. Types left with too few schools join the smallest row. A row of one or two schools would disclose of
 * each what it did not report.
 *
 * many     expected schools of a district by school type
 * returns  by school type the types of its row, in code-point order, joined by `TYPES_TOGETHER`
 */
export function mergedTypes(many: ReadonlyMap<string, number>, minimum: number): Map<string, string> {
  const bySize = (one: readonly [string, number], other: readonly [string, number]): number =>
    one[1] - other[1] || (one[0] < other[0] ? -1 : 1);
  const rows: { types: string[]; schools: number }[] = [];
  for (const [type, schools] of [...many].sort(bySize)) {
    const last = rows.at(-1);
    if (last && last.schools < minimum) {
      last.types.push(type);
      last.schools += schools;
    } else rows.push({ types: [type], schools });
  }
  const last = rows.at(-1);
  if (rows.length > 1 && last && last.schools < minimum) {
    rows.pop();
    const smallest = rows.reduce((least, row) => (row.schools < least.schools ? row : least));
    smallest.types.push(...last.types);
  }
  return new Map(
    rows.flatMap(({ types }) => {
      const name = types.sort((one, other) => (one < other ? -1 : 1)).join(TYPES_TOGETHER);
      return types.map((type): [string, string] => [type, name]);
    }),
  );
}

/** Whether a row is published. */
export const isPublished = ({ table }: RowPlace): boolean => table !== 'county-type';

/** The additive relations of the rows: districts make the state; counties, and likewise school types, their district; and so on. */
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

function at(region: RegionKey, level: 'state' | 'district' | 'county'): RegionKey {
  const found = regionAt(region, 'county') && regionAt(region, level);
  if (found === undefined) throw new RangeError(`Region ${region} of a school is wider than a county.`);
  return found;
}

function grouped<T, Key extends string>(
  all: readonly T[],
  keyOf: (one: T) => Key,
  among: readonly number[] = all.map((_, index) => index),
): [Key, number[]][] {
  const groups = new Map<Key, number[]>();
  for (const index of among) {
    const key = keyOf(all[index]!);
    const members = groups.get(key);
    if (members) members.push(index);
    else groups.set(key, [index]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}
