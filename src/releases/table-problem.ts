/** A summary table as a protection problem: what adds up to what, and what a reader knows beforehand. */
import { OPEN, PRIMARY, type Problem } from '../disclosure/problem.ts';
import { ProblemBuilder } from '../disclosure/problem-builder.ts';
import { isWithin, levelOf } from '../rules/region.ts';
import type { SummaryRow, SummaryTable } from './table.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from './table-columns.ts';

export interface TableProblem {
  readonly problem: Problem;
  /** Per cell of the table, its cell of the problem; cells that are always equal share one. */
  readonly cellOf: Int32Array;
}

/**
 * One problem for both measures, for a reader holds both: consultations and pupils of one place are
 * hidden together and tied by pupils ≤ consultations. Every table that fits both measures jointly fits
 * each of them alone, so whatever keeps its width against the joint reader keeps it against a reader of
 * one measure; the joint proof is the stronger one and the only one needed.
 *
 * Rows with the same reporting schools (a district with one county, or with one school type, or a school
 * type that only one county has) hold the same amounts, and a reader with a list of schools knows it: they
 * become one row here. Rows without a report are all zeros and stand in no relation.
 *
 * A hidden cell is at least k: storage takes nothing smaller, and zeros are shown. It has no upper end.
 *
 * k        smallest stored number of pupils
 * throws   ContradictoryProblem if the table does not add up. Cost: linear in the cells.
 */
export function tableProblem(table: SummaryTable, k: number): TableProblem {
  const { columns, rows, cells } = table;
  const builder = new ProblemBuilder();
  const same = sameRows(table.reporting);
  const cellOf = new Int32Array(cells.length).fill(-1);
  rows.forEach((_, at) => {
    const first = same[at]!;
    columns.forEach((_, column) => {
      const cell = at * columns.length + column;
      cellOf[cell] =
        first < at ? cellOf[first * columns.length + column]! : addCell(builder, table, same, at, column, k);
    });
    if (first === at) tieRow(builder, table, cellOf, at);
  });
  for (const [total, parts] of sums(rows)) {
    const filled = parts.filter((part) => table.reporting[part]!.length > 0);
    if (filled.length === 0 || filled.some((part) => same[part] === same[total])) continue;
    columns.forEach((_, column) => {
      const cell = (row: number): number => cellOf[row * columns.length + column]!;
      builder.relation(cell(total), filled.map(cell));
    });
  }
  return { problem: builder.build(), cellOf };
}

/** Per row, the first row with the same reporting schools. */
function sameRows(reporting: SummaryTable['reporting']): number[] {
  const first = new Map<string, number>();
  return reporting.map((schools, row) => {
    const key = schools.join();
    if (!first.has(key)) first.set(key, row);
    return first.get(key)!;
  });
}

function addCell(
  builder: ProblemBuilder,
  table: SummaryTable,
  same: readonly number[],
  row: number,
  column: number,
  k: number,
): number {
  const { value, primary } = table.cells[row * table.columns.length + column]!;
  const { region, schoolType } = table.rows[row]!;
  const { measure, column: code } = table.columns[column]!;
  return builder.cell({
    label: [region, schoolType, measure, code].filter((word) => word !== null).join(' '),
    value,
    status: primary ? PRIMARY : OPEN,
    lower: k,
    upper: Infinity,
    cost: Math.max(...table.cost.filter((_, other) => same[other] === row)),
  });
}

/** Within a row: benefits and NOT_ITEMISED make the total; both measures of a benefit stand together. */
function tieRow(builder: ProblemBuilder, table: SummaryTable, cellOf: Int32Array, row: number): void {
  const cell = (measure: string, code: string): number =>
    cellOf[
      row * table.columns.length +
        table.columns.findIndex((one) => one.measure === measure && one.column === code)
    ]!;
  builder.relation(
    cell('consultations', REPORTED_TOTAL),
    [...table.benefits, NOT_ITEMISED].map((code) => cell('consultations', code)),
  );
  for (const code of table.benefits) {
    const consultations = cell('consultations', code);
    const pupils = cell('pupils', code);
    builder.atMost(pupils, consultations);
    builder.together([consultations, pupils]);
  }
}

/** Which rows make up which: districts the state; counties, and likewise school types, their district. */
function sums(rows: readonly SummaryRow[]): [number, number[]][] {
  const found: [number, number[]][] = [];
  rows.forEach((total, at) => {
    if (total.table !== 'region' || levelOf(total.region) === 'county') return;
    const within = (part: SummaryRow): boolean => part !== total && isWithin(part.region, total.region);
    const parts = (wanted: (part: SummaryRow) => boolean): number[] =>
      rows.flatMap((part, index) => (within(part) && wanted(part) ? [index] : []));
    const below = levelOf(total.region) === 'state' ? 'district' : 'county';
    found.push([at, parts((part) => part.table === 'region' && levelOf(part.region) === below)]);
    if (below === 'county') found.push([at, parts((part) => part.table === 'school-type')]);
  });
  return found;
}
