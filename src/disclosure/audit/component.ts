/** Connected components of the suppressed cells, each with the program of its feasible tables. */
import { DisjointSets } from '../problem/disjoint-sets.ts';
import { listCount } from '../problem/problem.ts';
import { ProgramBuilder } from '../program/program-builder.ts';
import type { Published } from '../problem/published.ts';
import type { LinearProgram } from '../program/solver.ts';

/** A connected component of the suppressed cells; column j of the program is cell cells[j]. */
export interface Component {
  readonly cells: Int32Array;
  /** 1 where the cell must keep the protection level, per column. */
  readonly tested: Uint8Array;
  readonly program: LinearProgram;
}

interface Row {
  readonly columns: number[];
  readonly signs: number[];
  readonly lower: number;
  readonly upper: number;
}

/**
 * Splits the suppressed cells into connected components: two cells are joined if they share a relation or an order
 * constraint, so no component says anything about another.
 *
 * Only constraints with a suppressed cell count; published values move to the right-hand side. Where a cell has no external
 * upper bound, one is set far above everything that stands in its component, so that every program is bounded. That leaves
 * feasible tables out, so it can only make a cell look less protected than it is.
 *
 * reach    how far above the right-hand sides such a bound must lie, at least
 * returns  components by their first cell, cells ascending. Cost: linear in the entries, and `narrow` for each component.
 */
export function connectedComponents(published: Published, reach: number): Component[] {
  const rows = suppressedRows(published);
  const sets = componentsBy(published.suppressed.length, rows);
  const members = new Map<number, { cells: number[]; rows: Row[] }>();
  for (let cell = 0; cell < published.suppressed.length; cell++) {
    if (published.suppressed[cell] !== 1) continue;
    const part = members.get(sets.find(cell));
    if (part) part.cells.push(cell);
    else members.set(sets.find(cell), { cells: [cell], rows: [] });
  }
  for (const row of rows) members.get(sets.find(row.columns[0]!))!.rows.push(row);
  return [...members.values()].map((part) => component(published, part.cells, part.rows, reach));
}

/** The rows are the relations and order constraints with a suppressed cell, published values moved to the right-hand side. */
function suppressedRows({ shown, suppressed, relations, atMost }: Published): Row[] {
  const rows: Row[] = [];
  for (let relation = 0; relation < listCount(relations); relation++) {
    const columns: number[] = [];
    const signs: number[] = [];
    let right = 0;
    for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++) {
      const cell = relations.cell[at]!;
      if (suppressed[cell] === 1) signs[columns.push(cell) - 1] = relations.sign[at]!;
      else right -= relations.sign[at]! * shown[cell]!;
    }
    if (columns.length > 0) rows.push({ columns, signs, lower: right, upper: right });
  }
  for (let at = 0; at < atMost.length; at += 2) {
    const smaller = atMost[at]!;
    const larger = atMost[at + 1]!;
    if (suppressed[smaller] === 1 && suppressed[larger] === 1) {
      rows.push({ columns: [smaller, larger], signs: [1, -1], lower: -Infinity, upper: 0 });
    } else if (suppressed[smaller] === 1) {
      rows.push({ columns: [smaller], signs: [1], lower: -Infinity, upper: shown[larger]! });
    } else if (suppressed[larger] === 1) {
      rows.push({ columns: [larger], signs: [1], lower: shown[smaller]!, upper: Infinity });
    }
  }
  return rows;
}

function component(published: Published, cells: number[], rows: Row[], reach: number): Component {
  const size = (end: number): number => (Number.isFinite(end) ? Math.abs(end) : 0);
  const room =
    rows.reduce((sum, row) => sum + Math.max(size(row.lower), size(row.upper)), 0) +
    cells.reduce((sum, cell) => sum + Math.abs(published.lower[cell]!) + reach, 0);
  const builder = new ProgramBuilder();
  const column = new Map<number, number>();
  for (const cell of cells) {
    const upper = Math.min(published.upper[cell]!, published.lower[cell]! + room);
    column.set(cell, builder.column(published.lower[cell]!, upper));
  }
  for (const row of rows) {
    row.columns.forEach((cell, at) => builder.entry(column.get(cell)!, row.signs[at]!));
    builder.endRow(row.lower, row.upper);
  }
  const tested = Uint8Array.from(cells, (cell) => published.tested[cell]!);
  const program = builder.build();
  narrow(program);
  return { cells: Int32Array.from(cells), tested, program };
}

/** Passes over the rows at most; one more would find little. */
const MOST_PASSES = 60;

/**
 * Bound propagation: narrows the bounds of each column to what a row and the bounds of its other columns leave, one row at a
 * time, in place. The steps are exact, so no feasible table is lost.
 */
function narrow({ lower, upper, rowStart, column, coefficient, rowLower, rowUpper }: LinearProgram): void {
  let changed = true;
  for (let pass = 0; changed && pass < MOST_PASSES; pass++) {
    changed = false;
    for (let row = 0; row < rowLower.length; row++) {
      let least = 0;
      let most = 0;
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const [low, high] = [lower[column[at]!]!, upper[column[at]!]!];
        least += coefficient[at]! > 0 ? low : -high;
        most += coefficient[at]! > 0 ? high : -low;
      }
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const one = column[at]!;
        const room = upper[one]! - lower[one]!;
        const [fall, rise] = [rowUpper[row]! - least, most - rowLower[row]!];
        if (fall >= room && rise >= room) continue;
        // The others leave it at most `fall` above its least bound and at most `rise` below its greatest.
        const [low, high] = [lower[one]!, upper[one]!];
        if (coefficient[at]! > 0) {
          upper[one] = Math.min(high, low + fall);
          lower[one] = Math.max(low, high - rise);
        } else {
          lower[one] = Math.max(low, high - fall);
          upper[one] = Math.min(high, low + rise);
        }
        least += coefficient[at]! > 0 ? lower[one] - low : high - upper[one];
        most -= coefficient[at]! > 0 ? high - upper[one] : lower[one] - low;
        changed = true;
      }
    }
  }
}

/** The components are the sets of cells that a chain of shared rows joins. */
function componentsBy(size: number, rows: readonly Row[]): DisjointSets {
  const sets = new DisjointSets(size);
  for (const { columns } of rows) for (const cell of columns) sets.join(columns[0]!, cell);
  return sets;
}

/**
 * Whether x is a feasible integral solution: it keeps every bound and every row of a program with integral coefficients.
 * Exact: the check is plain addition without a tolerance. Cost: one pass over the entries.
 */
export function isFeasible(program: LinearProgram, x: Float64Array): boolean {
  for (let column = 0; column < x.length; column++) {
    if (!Number.isSafeInteger(x[column]!)) return false;
    if (x[column]! < program.lower[column]! || x[column]! > program.upper[column]!) return false;
  }
  for (let row = 0; row < program.rowLower.length; row++) {
    let sum = 0;
    for (let at = program.rowStart[row]!; at < program.rowStart[row + 1]!; at++) {
      sum += program.coefficient[at]! * x[program.column[at]!]!;
    }
    if (sum < program.rowLower[row]! || sum > program.rowUpper[row]!) return false;
  }
  return true;
}
