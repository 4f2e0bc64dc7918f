/** Contributions: the amount of one report in each column, and how many distinct pupils certainly stand behind it. */
import type { Cell } from '../rules/report.ts';
import { NOT_ITEMISED, REPORTED_TOTAL, type TableColumn } from './table-columns.ts';

/** A contribution has one entry per column. */
export interface Contribution {
  readonly amounts: Float64Array;
  readonly persons: Float64Array;
}

/**
 * Adds one report up by column: amounts in the unit of the column, persons in distinct pupils, a lower bound. Cost: linear.
 *
 * Where several cells of a report meet in one column, the same pupils may stand behind each of them;
 * only the pupils of the largest are certainly distinct.
 */
export function contributionOf(
  report: { cells: readonly Cell[] },
  columns: readonly TableColumn[],
): Contribution {
  const largest = (cells: readonly Cell[]): number => Math.max(0, ...cells.map((cell) => cell.pupils));
  const amounts = new Float64Array(columns.length);
  const persons = new Float64Array(columns.length);
  columns.forEach(({ measure, column }, at) => {
    const cells = cellsOf(report.cells, column);
    amounts[at] = cells.reduce((sum, cell) => sum + cell[measure], 0);
    persons[at] = largest(cells);
  });
  return { amounts, persons };
}

function cellsOf(cells: readonly Cell[], column: string): readonly Cell[] {
  if (column === REPORTED_TOTAL) return cells;
  if (column === NOT_ITEMISED) return cells.filter((cell) => cell.benefits.length > 1);
  return cells.filter((cell) => cell.benefits.length === 1 && cell.benefits[0] === column);
}
