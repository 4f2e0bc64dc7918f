/** What the attackers of this folder are given: published bytes, the public register, the rules; none of the engine. */

/** A school of the public register that was expected in the period. */
export interface Expected {
  readonly school: string;
  /** Key of its municipality or county. */
  readonly region: string;
  readonly type: string;
}

/** A row as it is published; null where hidden. */
export interface Row {
  readonly region: string;
  /** Empty where the row is about all types; several types are joined by ` + `. */
  readonly schoolType: string;
  readonly schoolsExpected: number;
  readonly schoolsReported: number;
  /** Whether fewer than three contributors reported: every number is null, zeros too. */
  readonly pending?: boolean;
  /** Benefits in scheme order, NOT_ITEMISED, REPORTED_TOTAL. */
  readonly consultations: readonly (number | null)[];
  /** Benefits in scheme order. */
  readonly pupils: readonly (number | null)[];
}

/** One version of a period's release, and what an attacker who watches who reports knows of it. */
export interface Version {
  readonly rows: readonly Row[];
  /** Schools whose report is in it. */
  readonly reported: ReadonlySet<string>;
  /** Schools whose report is in this version and in the one before, and may be another. */
  readonly changed: ReadonlySet<string>;
}

/** What everybody may know of the rules. */
export interface Rules {
  /** Smallest number of pupils that is stored. */
  readonly k: number;
  /** Fewest contributors behind a shown cell that is not zero. */
  readonly contributors: number;
  readonly width: number;
}

export interface Known {
  readonly register: readonly Expected[];
  readonly benefits: readonly string[];
  /** Oldest first. */
  readonly versions: readonly Version[];
  readonly rules: Rules;
}

/** Consultations of a benefit, of pools or of all; or pupils of a benefit. */
export interface Column {
  readonly measure: 'consultations' | 'pupils';
  /** Index into the row's numbers of that measure. */
  readonly at: number;
}

/** A place in a published table. */
export interface Place extends Column {
  readonly version: number;
  /** Index into the rows of the version. */
  readonly row: number;
}

/** What one school gives to each column of a row. */
export interface Amounts {
  readonly consultations: readonly number[];
  readonly pupils: readonly number[];
}

/** An attacker's own reports: per version, what each own school gave; a school that is missing gave none. */
export type Own = readonly ReadonlyMap<string, Amounts>[];

export const columnsOf = (benefits: readonly string[]): Column[] => [
  ...[...benefits, 'NOT_ITEMISED', 'REPORTED_TOTAL'].map((_, at): Column => ({
    measure: 'consultations',
    at,
  })),
  ...benefits.map((_, at): Column => ({ measure: 'pupils', at })),
];

/** Whether a school stands in a row. */
export const standsIn = ({ region, type }: Expected, row: Pick<Row, 'region' | 'schoolType'>): boolean =>
  region.startsWith(row.region) && (row.schoolType === '' || row.schoolType.split(' + ').includes(type));

/** A number of a row; null where hidden. */
export const numberIn = (row: Row, { measure, at }: Column): number | null => row[measure][at] ?? null;

/** The hidden places of some versions. */
export function hiddenPlaces({ versions, benefits }: Known): Place[] {
  const columns = columnsOf(benefits);
  return versions.flatMap(({ rows }, version) =>
    rows.flatMap((row, at) =>
      columns
        .filter((column) => numberIn(row, column) === null)
        .map((column): Place => ({ ...column, version, row: at })),
    ),
  );
}

/**
 * The least of a number that is no primary one: three contributors with k each; and where four reported in its row,
 * "below 3 × k + width" would have made it one. Where three reported, every number is.
 */
export const leastOf = ({ rules, versions }: Known, { version, row }: Place): number =>
  rules.k * rules.contributors +
  (versions[version]!.rows[row]!.schoolsReported === rules.contributors + 1 ? rules.width : 0);
