/** From a protected table to the rows that are stored, and back to the cells that are shown. */
import { REPORTED_TOTAL, NOT_ITEMISED } from './table-columns.ts';
import type { PublishedTable } from './table-published.ts';
import type { ReleaseRow } from './release.store.ts';

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
    ({ region, schoolType, schoolsExpected, schoolsReported, atLeast, consultations, pupils }) => ({
      region,
      schoolType: schoolType ?? '',
      schoolsExpected,
      schoolsReported,
      atLeast,
      consultations,
      pupils,
    }),
  );
}

export const hiddenCellsOf = (table: PublishedTable): number =>
  table.cells.filter((cell) => cell.status === 'hidden').length;
