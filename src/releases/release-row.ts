/** From a protected table to the rows that are stored, and back to the cells that are shown. */
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
  /** Too few reported in it: it shows no number. */
  readonly pending: boolean;
  /** In the order of the release's columns. */
  readonly consultations: (number | null)[];
  /** The first of those columns: the benefits. */
  readonly pupils: (number | null)[];
}

/** Columns of consultations; the first of them, the benefits, are those of pupils too. */
export const columnsOfRelease = (benefits: readonly string[]): string[] => [
  ...benefits,
  NOT_ITEMISED,
  REPORTED_TOTAL,
];

/** The table as rows of one release, in its order. */
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
 * How many schools of the state withheld something, as far as that may be told: of a first release only, since
 * two figures could be subtracted; in steps of 10, downwards; and not where it or the others are fewer than 10.
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

/** Cells that show no number: hidden ones, and all of a row in which too few reported. */
export const hiddenCellsOf = (table: PublishedTable): number =>
  table.cells.filter((cell) => cell.status !== 'open').length;
