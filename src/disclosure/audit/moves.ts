/** Lattice moves (alternating cycles, in two-way tables): integral changes of a few cells from one feasible table to another. */
import { drawn } from '../program/drawn.ts';
import { repairFractional } from './first-table.ts';
import { neighbourhood } from './neighbourhood.ts';
import { ProgramBuilder } from '../program/program-builder.ts';
import { withProgram, type LinearProgram, type Outcome, type Solver } from '../program/solver.ts';

/** A move: column columns[i] changes by by[i], an integer other than 0. The difference of two feasible tables is one. */
export interface Move {
  readonly columns: Int32Array;
  readonly by: Float64Array;
}

/** `none`: no feasible table lies there, as far as the solver can be trusted. */
export type Search = Move | 'none' | 'undecided';

/** How many columns may move, attempt by attempt: in the first draw, in later ones, and in thorough ones. */
const NEAR = [120, 400] as const;
const FARTHER = [400, 1_200] as const;
const FAR = [400, 2_000, Infinity] as const;

/** From this draw on, a fractional change is repaired. */
export const THOROUGH_DRAW = 4;

/** How many columns around fractional ones may change in a repair. */
const AROUND = 400;

/** Above this many columns an integer program over all of them might not end. */
const LARGE = 2_000;

/** Prices differ a little, by up to this share, so that few changes are equally cheap. */
const NOISE = 0.3;

/** A fractional change is rounded at each of these multiples: the basic solutions of such programs have small denominators. */
const MULTIPLES = [1, 2, 3, 4, 6] as const;

/** The price of a unit of change of a cell: 1 and a little noise, which differs from draw to draw. */
export const noisyPrice = (cell: number, draw: number): number => 1 + NOISE * drawn(cell, draw);

/**
 * Makes a fractional change integral: rounds its smallest multiple that becomes an allowed move.
 *
 * cells, change  which cell changes by how much
 * returns        undefined if no small multiple becomes one
 */
export function integralMove(
  cells: readonly number[],
  change: readonly number[],
  allows: (move: Move) => boolean,
): Move | undefined {
  for (const multiple of MULTIPLES) {
    const by = change.map((one) => Math.round(one * multiple));
    const moving = [...by.keys()].filter((at) => by[at] !== 0);
    const move = {
      columns: Int32Array.from(moving, (at) => cells[at]!),
      by: Float64Array.from(moving, (at) => by[at]!),
    };
    if (allows(move)) return move;
  }
  return undefined;
}

/** The bounds and rows that a move must keep, whether they stand in a linear program or in a protection problem. */
export interface Constraints {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The rows that hold one of the columns, each once. */
  rowsOf(columns: Int32Array): Iterable<number>;
  /** The columns of a row with their coefficients. */
  entries(row: number): { readonly columns: Int32Array; readonly coefficients: Int32Array | Float64Array };
  /** From which to which value the row's sum may change, if it starts at this table. */
  room(row: number, table: Float64Array): readonly [number, number];
}

/**
 * Whether the table changed by the move is feasible. Exact: the check is plain addition, and it looks only at the rows that the
 * move meets. A move of no column is none.
 */
export function allowsMove(constraints: Constraints, { columns, by }: Move, table: Float64Array): boolean {
  const { lower, upper } = constraints;
  const change = new Map<number, number>();
  for (const [at, one] of columns.entries()) {
    const value = table[one]! + by[at]!;
    if (!(value >= lower[one]! && value <= upper[one]!)) return false;
    change.set(one, by[at]!);
  }
  for (const row of constraints.rowsOf(columns)) {
    const { columns: members, coefficients } = constraints.entries(row);
    const [least, most] = constraints.room(row, table);
    let sum = 0;
    for (let at = 0; at < members.length; at++) sum += coefficients[at]! * (change.get(members[at]!) ?? 0);
    if (sum < least || sum > most) return false;
  }
  return change.size > 0;
}

/**
 * Finds the smallest move that changes one column: minimises Σ |d| with A d = 0, d = `by` at the column, and the changed table
 * within its bounds. Most such moves are short and integral, so a neighbourhood of the column suffices.
 */
export class MoveFinder {
  /** How many programs were solved. */
  solved = 0;
  /** The transpose: entries rowsStart[j] to rowsStart[j + 1] - 1 of `rows` are the rows of column j. */
  private readonly rowsStart: Int32Array;
  private readonly rows: Int32Array;

  private readonly constraints: Constraints;

  constructor(
    private readonly program: LinearProgram,
    private readonly solver: Solver,
  ) {
    const { column, rowStart, coefficient, rowLower, rowUpper, lower, upper } = program;
    this.constraints = {
      lower,
      upper,
      rowsOf: (columns) => new Set([...columns].flatMap((one) => [...this.rowsOf(one)])),
      entries: (row) => ({
        columns: column.subarray(rowStart[row], rowStart[row + 1]),
        coefficients: coefficient.subarray(rowStart[row], rowStart[row + 1]),
      }),
      room: (row, table) => {
        let sum = 0;
        for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++)
          sum += coefficient[at]! * table[column[at]!]!;
        return [rowLower[row]! - sum, rowUpper[row]! - sum];
      },
    };
    this.rowsStart = new Int32Array(program.lower.length + 1);
    for (const one of column) this.rowsStart[one + 1]!++;
    for (let one = 0; one < program.lower.length; one++) this.rowsStart[one + 1]! += this.rowsStart[one]!;
    const next = this.rowsStart.slice();
    this.rows = new Int32Array(column.length);
    for (let row = 0; row + 1 < rowStart.length; row++) {
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) this.rows[next[column[at]!]!++] = row;
    }
  }

  /**
   * Finds a move that changes one column by so much.
   *
   * table    feasible for the program
   * draw     0 looks near, and later ones farther; prices differ from draw to draw
   * returns  a move checked exactly. Cost: two linear programs; from THOROUGH_DRAW on at most three, and three
   *          integer ones, the last over all columns unless these are many
   */
  find(table: Float64Array, column: number, by: number, draw: number): Search {
    const goal = table[column]! + by;
    if (goal < this.program.lower[column]! || goal > this.program.upper[column]!) return 'none';
    for (const size of draw === 0 ? NEAR : draw < THOROUGH_DRAW ? FARTHER : FAR) {
      const near = this.neighbourhood(column, size);
      const found = this.findAmong(near, near.length < size, table, column, by, draw);
      if (typeof found !== 'string' || near.length < size) return found;
    }
    return 'undecided';
  }

  private neighbourhood(column: number, size: number): number[] {
    const { column: columns, rowStart } = this.program;
    const incidence = {
      cells: this.rowsStart.length - 1,
      rows: rowStart.length - 1,
      rowsOf: (one: number) => this.rowsOf(one),
      cellsOf: (row: number) => columns.subarray(rowStart[row], rowStart[row + 1]),
      mayMove: (one: number) => !this.isFixed(one),
      isPreferred: () => false,
    };
    return neighbourhood(incidence, column, size);
  }

  private findAmong(
    near: readonly number[],
    isAll: boolean,
    table: Float64Array,
    column: number,
    by: number,
    draw: number,
  ): Search {
    const { lower, upper, rowStart, rowLower, rowUpper, coefficient } = this.program;
    const builder = new ProgramBuilder();
    const rise = new Map<number, number>();
    const fall = new Map<number, number>();
    for (const one of near) {
      const least = one === column ? by : lower[one]! - table[one]!;
      const most = one === column ? by : upper[one]! - table[one]!;
      if (most > 0) rise.set(one, builder.column(Math.max(least, 0), most));
      if (least < 0) fall.set(one, builder.column(Math.max(-most, 0), -least));
    }
    const rows = new Set(near.flatMap((one) => [...this.rowsOf(one)]));
    for (const row of rows) {
      let sum = 0;
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const one = this.program.column[at]!;
        sum += coefficient[at]! * table[one]!;
        if (rise.has(one)) builder.entry(rise.get(one)!, coefficient[at]!);
        if (fall.has(one)) builder.entry(fall.get(one)!, -coefficient[at]!);
      }
      builder.endRow(rowLower[row]! - sum, rowUpper[row]! - sum);
    }
    const read = (x: Float64Array): Move | undefined => {
      const change = near.map((one) => (x[rise.get(one) ?? -1] ?? 0) - (x[fall.get(one) ?? -1] ?? 0));
      return integralMove(near, change, (move) => allowsMove(this.constraints, move, table));
    };
    const program = builder.build();
    const linear = this.solve(program, draw);
    if (linear.status === 'infeasible') return 'none';
    if (!('x' in linear)) return 'undecided';
    const move = read(linear.x);
    if (move || draw < THOROUGH_DRAW) return move ?? 'undecided';
    const settled = repairFractional(program, linear.x, AROUND, this.solver);
    const settledMove = settled && read(settled);
    if (settledMove) return settledMove;
    if (!isAll || near.length > LARGE) return 'undecided';
    const whole = this.solve({ ...program, integer: true }, draw);
    if (whole.status === 'infeasible') return 'none';
    return ('x' in whole ? read(whole.x) : undefined) ?? 'undecided';
  }

  /** An integer program needs any solution, so it has no costs. */
  private solve(program: LinearProgram, draw: number): Outcome {
    this.solved++;
    const cost = program.lower.map((_, at) => (program.integer ? 0 : noisyPrice(at, draw)));
    return withProgram(this.solver, program, (loaded) => loaded.minimise(cost), undefined, 'near-zero');
  }

  /**
   * Packs moves into as few feasible tables as first fit gives, such that each move that is allowed from `base` alone shows in
   * one of them. Two moves share a table only if neither cancels the other on a column that it takes away by the width.
   *
   * base   feasible for the program
   * width  the protection level
   * cost   moves times tables, and the rows that they meet
   */
  together(base: Float64Array, moves: readonly Move[], width: number): Float64Array[] {
    const tables: Float64Array[] = [];
    const proves = (table: Float64Array, column: number): boolean =>
      Math.abs(table[column]! - base[column]!) >= width;
    const proven = new Uint8Array(base.length);
    let left = moves;
    while (left.length > 0) {
      const table = base.slice();
      const fresh = new Uint8Array(base.length);
      left = left.filter((move) => {
        const before = move.columns.map((column) => table[column]!);
        const fits =
          allowsMove(this.constraints, move, table) &&
          move.columns.every((column, at) => {
            const after = before[at]! + move.by[at]!;
            return fresh[column] === 0 || Math.abs(after - base[column]!) >= width;
          });
        if (!fits) return true;
        move.columns.forEach((column, at) => (table[column] = before[at]! + move.by[at]!));
        for (const column of move.columns) {
          if (proven[column] === 1 || !proves(table, column)) continue;
          fresh[column] = proven[column] = 1;
        }
        return move.columns.some((column, at) => Math.abs(move.by[at]!) >= width && proven[column] === 0);
      });
      tables.push(table);
    }
    return tables;
  }

  private isFixed(column: number): boolean {
    return this.program.lower[column] === this.program.upper[column];
  }

  private rowsOf(column: number): Int32Array {
    return this.rows.subarray(this.rowsStart[column], this.rowsStart[column + 1]);
  }
}
