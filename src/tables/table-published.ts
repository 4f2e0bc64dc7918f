/** The redacted table holds nothing but published values. */
import type { SummaryRow, SummaryTable } from './table.ts';
import type { Measure } from './table-columns.ts';
import { isPublished } from './table-rows.ts';

export interface PublishedCell {
  /** Index into the rows. */
  readonly row: number;
  readonly measure: Measure;
  /** A benefit code, NOT_ITEMISED or REPORTED_TOTAL. */
  readonly column: string;
  /** Null where suppressed or pending. */
  readonly value: number | null;
  /** `hidden` whatever the cause; `pending` in a row in which too few reported. */
  readonly status: 'open' | 'hidden' | 'pending';
}

export interface PublishedTable {
  /** Codes in scheme order. */
  readonly benefits: readonly string[];
  /** In the order of `rowsOf`. */
  readonly rows: readonly SummaryRow[];
  /** Row by row, each in the order of `columnsOf`. */
  readonly cells: readonly PublishedCell[];
  /** Schools of the state that withheld something; for the state only. */
  readonly withholding: number;
}

/**
 * Redacts the summary table: null stands for every suppressed number and in every pending row, and rows that nobody
 * publishes are left out.
 *
 * suppressed  1 where a cell of the problem is suppressed, length n
 * cellOf      per cell of the table, its cell of the problem. Cost: linear in the cells.
 */
export function redacted(table: SummaryTable, cellOf: Int32Array, suppressed: Uint8Array): PublishedTable {
  const rows = table.rows.filter(isPublished); // the others come last
  return {
    benefits: [...table.benefits],
    rows: rows.map(({ table: which, region, schoolType, schoolsExpected, schoolsReported, pending }) => ({
      table: which,
      region,
      schoolType,
      schoolsExpected,
      schoolsReported,
      pending,
    })),
    cells: table.cells.slice(0, rows.length * table.columns.length).map(({ value }, at): PublishedCell => {
      const { measure, column } = table.columns[at % table.columns.length]!;
      const row = Math.floor(at / table.columns.length);
      if (rows[row]!.pending) return { row, measure, column, value: null, status: 'pending' };
      return suppressed[cellOf[at]!] === 1
        ? { row, measure, column, value: null, status: 'hidden' }
        : { row, measure, column, value, status: 'open' };
    }),
    withholding: table.withholding,
  };
}
