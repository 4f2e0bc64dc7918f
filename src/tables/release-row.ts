/** Release rows: the form in which a protected table is stored and published. */
import type { RegionKey } from '../rules/region.ts';
import { REPORTED_TOTAL, NOT_ITEMISED } from './table-columns.ts';
import type { PublishedTable } from './table-published.ts';

/** One published row; null stands where a cell shows no number. */
export interface ReleaseRow {
  readonly region: RegionKey;
  /** Empty where the row is about all school types. */
  readonly schoolType: string;
  readonly schoolsExpected: number;
  readonly schoolsReported: number;
  /** A pending row shows no number, since too few reported in it. */
  readonly pending: boolean;
  /** Consultations stand in the order of the release's columns. */
  readonly consultations: (number | null)[];
  /** Pupils have the first of those columns, the benefits. */
  readonly pupils: (number | null)[];
}

/** Returns the columns of consultations; the first of them, the benefits, are those of pupils too. */
export const columnsOfRelease = (benefits: readonly string[]): string[] => [
  ...benefits,
  NOT_ITEMISED,
  REPORTED_TOTAL,
];

/** Returns the table as rows of one release, in its order. */
export function rowsOfRelease(table: PublishedTable): ReleaseRow[] {
  const rows = table.rows.map((row) => ({
    ...row,
    consultations: [] as (number | null)[],
    pupils: [] as (number | null)[],
  }));
  for (const cell of table.cells) rows[cell.row]?.[cell.measure].push(cell.value);
  return rows.map(
    ({ region, schoolType, schoolsExpected, schoolsReported, pending, consultations, pupils }) => ({
      region,
      schoolType: schoolType ?? '',
      schoolsExpected,
      schoolsReported,
      pending,
      consultations,
      pupils,
    }),
  );
}

/**
 * Coarsens the number of schools of the state that withheld something, so that it may be published: it is given for a first
 * release only, since two figures could be subtracted (disclosure by differencing); in steps of 10, rounded down; and not
 * where it or the others are fewer than 10.
 *
 * returns  the same for what it returned before
 */
export function withholdingShown(
  withholding: number | null,
  { version, reported }: { version: number; reported: number },
): number | null {
  const fewest = 10;
  if (withholding === null || version > 1 || withholding < fewest || reported - withholding < fewest)
    return null;
  return withholding - (withholding % fewest);
}

/** Counts the cells that show no number: suppressed ones, and all of a pending row. */
export const hiddenCellsOf = (table: PublishedTable): number =>
  table.cells.filter((cell) => cell.status !== 'open').length;
