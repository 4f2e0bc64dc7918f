/** Any whole table that fits: where a search for moves begins. */
import { drawn } from './drawn.ts';
import { ProgramBuilder } from './program-builder.ts';
import { withProgram, type LinearProgram, type Outcome, type Solver } from './solver.ts';
import { satisfies } from './system.ts';

/** How many corners of the program in fractions are tried, and how often what is rounded is brought back to it. */
const CORNERS = 3;
const PUMPS = 12;

/** Columns around what is not whole that may still change in the end: usually, and where a table must be had. */
export const AROUND = [500, 2_000] as const;
export const FAR_AROUND = [...AROUND, 5_000] as const;

/** Branches of each of these programs. */
const NODES = 20;

/** What the solver may be off by. */
const SLACK = 1e-6;

/**
 * A corner of the program in fractions is rounded, the nearest point of the program is looked for, rounded again,
 * and so on; what is not whole by then is few and in few places, and an integer program over these settles it.
 *
 * returns  a table checked by plain addition; undefined if none was found. Equal input gives equal output.
 * source   Fischetti, Glover and Lodi, The feasibility pump, Mathematical Programming 104 (2005), 91–104
 * cost     see `tableAt`; mostly that of one corner
 */
export function firstTable(program: LinearProgram, solver: Solver): Float64Array | undefined {
  for (let corner = 0; corner < CORNERS; corner++) {
    const found = tableAt(program, solver, corner);
    if (found) return found;
  }
  return undefined;
}

/**
 * A table near one of many corners; the corners 2 n and 2 n + 1 lie opposite each other.
 *
 * weight  how much it matters where a column lies, positive
 * around  how many columns may change to make whole what is not, try after try
 * cost  some ten linear and three integer programs at worst
 */
export function tableAt(
  program: LinearProgram,
  solver: Solver,
  corner: number,
  weight: (column: number) => number = () => 1,
  around: readonly number[] = FAR_AROUND,
): Float64Array | undefined {
  const side = corner % 2 === 0 ? 1 : -1;
  const cost = program.lower.map((_, column) => side * weight(column) * (drawn(column, corner >> 1) - 0.5));
  const outcome = ask(solver, program, cost);
  return 'x' in outcome ? tableNear(program, outcome.x, solver, corner, around) : undefined;
}

/**
 * A table next to a point of the program; undefined if none was found.
 *
 * draw  which of the draws of prices
 */
export function tableNear(
  program: LinearProgram,
  start: Float64Array,
  solver: Solver,
  draw: number,
  around: readonly number[] = FAR_AROUND,
): Float64Array | undefined {
  let point = start;
  for (let pump = 0; pump < PUMPS; pump++) {
    const table = point.map((value) => Math.round(value) + 0);
    if (satisfies(program, table)) return table;
    const next = nearest(program, table, solver, pump + PUMPS * draw);
    if (!next) return undefined;
    const isStuck = pump > 0 && fractions(next).length >= fractions(point).length;
    point = next;
    if (isStuck) break;
  }
  for (const size of around) {
    const table = settle(program, point, size, solver);
    if (table) return table;
  }
  return undefined;
}

const ask = (solver: Solver, program: LinearProgram, cost: Float64Array): Outcome =>
  withProgram(solver, program, (loaded) => loaded.minimise(cost), NODES, 'once');

const fractions = (point: Float64Array): number[] =>
  [...point.keys()].filter((column) => Math.abs(point[column]! - Math.round(point[column]!)) > SLACK);

/** The point of the program next to a table, by the sum of the differences. */
function nearest(
  program: LinearProgram,
  table: Float64Array,
  solver: Solver,
  draw: number,
): Float64Array | undefined {
  const { lower, upper, rowStart, column, coefficient, rowLower, rowUpper } = program;
  const builder = new ProgramBuilder();
  table.forEach((value, one) => {
    builder.column(0, upper[one]! - value);
    builder.column(0, value - lower[one]!);
  });
  for (let row = 0; row < rowLower.length; row++) {
    let sum = 0;
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      sum += coefficient[at]! * table[column[at]!]!;
      builder.entry(2 * column[at]!, coefficient[at]!);
      builder.entry(2 * column[at]! + 1, -coefficient[at]!);
    }
    builder.endRow(rowLower[row]! - sum, rowUpper[row]! - sum);
  }
  const cost = Float64Array.from({ length: 2 * table.length }, (_, at) => 1 + drawn(at, draw) / 4);
  const outcome = ask(solver, builder.build(), cost);
  if (!('x' in outcome)) return undefined;
  const { x } = outcome;
  return table.map((value, one) => value + x[2 * one]! - x[2 * one + 1]!);
}

/**
 * Makes whole what is not, where only columns around it may change; undefined if no way was found.
 *
 * point  fits the program in fractions
 * size   how many columns may change
 */
export function settle(
  program: LinearProgram,
  point: Float64Array,
  size: number,
  solver: Solver,
): Float64Array | undefined {
  const free = around(program, fractions(point), size);
  const { lower, upper, rowStart, column, coefficient, rowLower, rowUpper } = program;
  const table = point.map((value) => Math.round(value) + 0);
  const builder = new ProgramBuilder();
  const own = new Map([...free].map((one) => [one, builder.column(lower[one]!, upper[one]!)]));
  for (let row = 0; row < rowLower.length; row++) {
    let sum = 0;
    let isTouched = false;
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const one = own.get(column[at]!);
      if (one === undefined) sum += coefficient[at]! * table[column[at]!]!;
      else builder.entry(one, coefficient[at]!);
      isTouched ||= one !== undefined;
    }
    if (isTouched) builder.endRow(rowLower[row]! - sum, rowUpper[row]! - sum);
  }
  const outcome = ask(solver, builder.build(true), new Float64Array(own.size));
  if (!('x' in outcome)) return undefined;
  for (const [one, at] of own) table[one] = Math.round(outcome.x[at]!) + 0;
  return satisfies(program, table) ? table : undefined;
}

/** The columns and those that share rows with them, directly or through others, as many as `size`. */
function around(program: LinearProgram, first: readonly number[], size: number): Set<number> {
  const { rowStart, column } = program;
  const found = new Set(first);
  for (let before = -1; before < found.size && found.size < size;) {
    before = found.size;
    const reached = new Set(found);
    for (let row = 0; row + 1 < rowStart.length; row++) {
      const members = column.subarray(rowStart[row], rowStart[row + 1]);
      if (!members.some((one) => reached.has(one))) continue;
      for (const one of members) if (found.size < size) found.add(one);
    }
  }
  return found;
}
