/** What is left to guess: hidden cells that hang together, and the program of all tables that fit. */
import { listCount } from './problem.ts';
import { ProgramBuilder } from './program-builder.ts';
import type { Published } from './published.ts';
import type { LinearProgram } from './solver.ts';

/** A connected part of the hidden cells; column j of the program is cell cells[j]. */
export interface GuessingSystem {
  readonly cells: Int32Array;
  /** 1 where the cell is to be told by nobody. */
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
 * Splits what a reader does not know into systems that say nothing about each other.
 *
 * Only relations with a hidden cell count; open values go to the right-hand side. Where the public
 * domain has no upper end, one is set far above everything that stands in the system, so that every
 * program is bounded: that leaves out tables and can only make a cell look less safe than it is.
 *
 * reach    how far above the right-hand sides such an end must lie, at least
 * returns  systems by their first cell, cells ascending. Cost: linear in the entries.
 */
export function guessingSystems(published: Published, reach: number): GuessingSystem[] {
  const rows = hiddenRows(published);
  const leader = leaders(published.hidden.length, rows);
  const members = new Map<number, { cells: number[]; rows: Row[] }>();
  for (let cell = 0; cell < published.hidden.length; cell++) {
    if (published.hidden[cell] !== 1) continue;
    const part = members.get(find(leader, cell));
    if (part) part.cells.push(cell);
    else members.set(find(leader, cell), { cells: [cell], rows: [] });
  }
  for (const row of rows) members.get(find(leader, row.columns[0]!))!.rows.push(row);
  return [...members.values()].map((part) => system(published, part.cells, part.rows, reach));
}

/** Relations and pairs with at least one hidden cell, open values moved to the right. */
function hiddenRows({ shown, hidden, relations, atMost }: Published): Row[] {
  const rows: Row[] = [];
  for (let relation = 0; relation < listCount(relations); relation++) {
    const columns: number[] = [];
    const signs: number[] = [];
    let right = 0;
    for (let at = relations.start[relation]!; at < relations.start[relation + 1]!; at++) {
      const cell = relations.cell[at]!;
      if (hidden[cell] === 1) signs[columns.push(cell) - 1] = relations.sign[at]!;
      else right -= relations.sign[at]! * shown[cell]!;
    }
    if (columns.length > 0) rows.push({ columns, signs, lower: right, upper: right });
  }
  for (let at = 0; at < atMost.length; at += 2) {
    const smaller = atMost[at]!;
    const larger = atMost[at + 1]!;
    if (hidden[smaller] === 1 && hidden[larger] === 1) {
      rows.push({ columns: [smaller, larger], signs: [1, -1], lower: -Infinity, upper: 0 });
    } else if (hidden[smaller] === 1) {
      rows.push({ columns: [smaller], signs: [1], lower: -Infinity, upper: shown[larger]! });
    } else if (hidden[larger] === 1) {
      rows.push({ columns: [larger], signs: [1], lower: shown[smaller]!, upper: Infinity });
    }
  }
  return rows;
}

function system(published: Published, cells: number[], rows: Row[], reach: number): GuessingSystem {
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

/** Passes over the rows; one more would find little. */
const MOST_PASSES = 60;

/** Takes from each column what no table can hold, one row at a time: exact, and true of every table that fits. */
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
        // What the others leave: at most `fall` above its least end, at most `rise` below its greatest.
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

/** Union of all cells that share a row; the smallest index leads. */
function leaders(size: number, rows: readonly Row[]): Int32Array {
  const leader = Int32Array.from({ length: size }, (_, cell) => cell);
  for (const { columns } of rows) {
    for (const cell of columns) {
      const one = find(leader, columns[0]!);
      const other = find(leader, cell);
      leader[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return leader;
}

function find(leader: Int32Array, cell: number): number {
  let at = cell;
  while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!;
  return at;
}

/**
 * Whether whole numbers lie within every end and row of a program with whole coefficients.
 * Exact: plain addition, no tolerance. Cost: one pass.
 */
export function satisfies(program: LinearProgram, x: Float64Array): boolean {
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
