/** A first feasible table, found by a feasibility pump: a search for moves begins at it. */
import { drawn } from '../program/drawn.ts';
import { ProgramBuilder } from '../program/program-builder.ts';
import { SLACK, withProgram, type LinearProgram, type Outcome, type Solver } from '../program/solver.ts';
import { isFeasible } from './component.ts';

/** How many vertices of the LP relaxation are tried, and how often a rounded point is projected back to it. */
const CORNERS = 3;
const PUMPS = 12;

/** How many columns around fractional ones may change in a repair, try after try. */
export const AROUND = [500, 2_000] as const;
/** The same where a table must be had. */
export const FAR_AROUND = [...AROUND, 5_000] as const;

/** Branch-and-bound nodes of each of these programs. */
const NODES = 20;

/**
 * A feasible table by the feasibility pump: a vertex of the LP relaxation is rounded, the nearest point of the relaxation is
 * looked for, rounded again, and so on. What is fractional by then is little and in few places, and `repairFractional` settles
 * it.
 *
 * returns  a table checked by plain addition; undefined if none was found. Equal input gives equal output.
 * source   Fischetti, Glover and Lodi, The feasibility pump, Mathematical Programming 104 (2005), 91–104
 * cost     see `feasibleTableAt`; mostly that of one vertex
 */
export function firstFeasibleTable(program: LinearProgram, solver: Solver): Float64Array | undefined {
  for (let corner = 0; corner < CORNERS; corner++) {
    const found = feasibleTableAt(program, solver, corner);
    if (found) return found;
  }
  return undefined;
}

/**
 * A feasible table near one of many vertices; the vertices 2 n and 2 n + 1 lie opposite each other.
 *
 * corner   which vertex, integer ≥ 0
 * weight   how much it matters where a column lies, positive
 * around   how many columns may change in a repair, try after try
 * returns  undefined if none was found
 * cost     some ten linear and three integer programs at worst
 */
export function feasibleTableAt(
  program: LinearProgram,
  solver: Solver,
  corner: number,
  weight: (column: number) => number = () => 1,
  around: readonly number[] = FAR_AROUND,
): Float64Array | undefined {
  const side = corner % 2 === 0 ? 1 : -1;
  const cost = program.lower.map((_, column) => side * weight(column) * (drawn(column, corner >> 1) - 0.5));
  const outcome = ask(solver, program, cost);
  return 'x' in outcome ? feasibleTableNear(program, outcome.x, solver, corner, around) : undefined;
}

/**
 * A feasible table near a point of the LP relaxation.
 *
 * draw     which of the draws of prices
 * returns  undefined if none was found. Cost: as `feasibleTableAt`
 */
export function feasibleTableNear(
  program: LinearProgram,
  start: Float64Array,
  solver: Solver,
  draw: number,
  around: readonly number[] = FAR_AROUND,
): Float64Array | undefined {
  let point = start;
  for (let pump = 0; pump < PUMPS; pump++) {
    const table = point.map((value) => Math.round(value) + 0);
    if (isFeasible(program, table)) return table;
    const next = nearest(program, table, solver, pump + PUMPS * draw);
    if (!next) return undefined;
    const isStuck = pump > 0 && fractions(next).length >= fractions(point).length;
    point = next;
    if (isStuck) break;
  }
  for (const size of around) {
    const table = repairFractional(program, point, size, solver);
    if (table) return table;
  }
  return undefined;
}

const ask = (solver: Solver, program: LinearProgram, cost: Float64Array): Outcome =>
  withProgram(solver, program, (loaded) => loaded.minimise(cost), NODES, 'single');

const fractions = (point: Float64Array): number[] =>
  [...point.keys()].filter((column) => Math.abs(point[column]! - Math.round(point[column]!)) > SLACK);

/** Projects a table to the LP relaxation: returns its point with the smallest sum of differences; undefined if there is none. */
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
 * Repairs a fractional LP solution: solves a small integer program over the fractional columns and their neighbours, with all
 * other columns rounded.
 *
 * point    feasible for the LP relaxation
 * size     how many columns may change
 * returns  a feasible table; undefined if the small program is infeasible or undecided. Cost: one integer program of that size
 */
export function repairFractional(
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
  return isFeasible(program, table) ? table : undefined;
}

/** Returns the columns and those that share rows with them, directly or through others, as many as `size`. */
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
