/** A published table as every format is handed it: what the JSON of a summary says, and nothing beside it. */
import type { ReadableCell } from '../tables/marks.ts';

export interface SummaryCell extends ReadableCell {
  /** What schools reported in this column alone; null where hidden or pending. */
  readonly value: number | null;
}

export interface SummaryRow {
  readonly region: string;
  readonly name: string;
  /** Null where the row is about all school types. */
  readonly schoolType: string | null;
  readonly schools: {
    readonly expected: number;
    readonly reported: number;
    /** Rounded down to tens; on the state's own row of a first release only. */
    readonly withholding?: number;
  };
  readonly pending: boolean;
  /** By column: benefits in scheme order, NOT_ITEMISED, REPORTED_TOTAL. */
  readonly consultations: Readonly<Record<string, SummaryCell>>;
  /** By benefit, in scheme order. */
  readonly pupils: Readonly<Record<string, SummaryCell>>;
}

export interface SummaryTable {
  readonly region: string;
  readonly regionName: string;
  readonly period: string;
  readonly level: string;
  readonly by: string;
  readonly release: {
    readonly id: string;
    readonly period: string;
    readonly version: number;
    readonly scheme: string;
    readonly policy: number;
    readonly hiddenCells: number;
    /** RFC 3339. */
    readonly releasedAt: string;
  };
  /** At least one row, all with the same columns. */
  readonly rows: readonly SummaryRow[];
}

export const MEASURES = ['consultations', 'pupils'] as const;

/** The columns of a measure in their order. */
export const columnsIn = ({ rows }: SummaryTable, measure: (typeof MEASURES)[number]): string[] =>
  Object.keys(rows[0]?.[measure] ?? {});

/** All cells of the table, row by row. */
export const cellsIn = ({ rows }: SummaryTable): SummaryCell[] =>
  rows.flatMap((row) => MEASURES.flatMap((measure) => Object.values(row[measure])));

/** Whether the rows are a district's school types. */
export const hasSchoolTypes = ({ rows }: SummaryTable): boolean =>
  rows.some(({ schoolType }) => schoolType !== null);
